package io.exitbrain.topology.replay;

import io.exitbrain.topology.Topics;
import io.exitbrain.topology.Topics.Topic;
import io.exitbrain.topology.flow.DeadLetter;
import io.exitbrain.topology.flow.Sinks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What a flow without Kafka Streams writes: records of the outputs, and messages to its own inputs. */
final class DirectSinks {

    private final List<Sink> outputs;
    private final Map<String, Sink> outputByName = new HashMap<>();
    private final Map<String, String> inputByName = new HashMap<>();
    private List<ProducerRecord<@Nullable String, byte @Nullable []>> toInputs = new ArrayList<>();

    DirectSinks(Topics topics) {
        Sink deadLetters = Sink.of(topics.deadLetters());
        outputs = List.of(
                output(Sinks.PLANS, Sink.of(topics.exitPlans())),
                output(Sinks.COMMANDS, Sink.of(topics.commands())),
                output(Sinks.EVENTS, Sink.of(topics.exitEvents())),
                output(Sinks.OF_DECISIONS.deadLetters(), deadLetters));
        output(Sinks.OF_EXCHANGE_EVENTS.deadLetters(), deadLetters);
        Stream.of(Sinks.OF_DECISIONS, Sinks.OF_EXCHANGE_EVENTS)
                .forEach(sinks -> topics.inputNames().forEach(input -> inputByName.put(sinks.inputOf(input), input)));
    }

    private Sink output(String name, Sink sink) {
        outputByName.put(name, sink);
        return sink;
    }

    /** The records for one output topic. */
    private record Sink(String topic, Serializer<Object> values, List<FlowDriver.Emitted> records) {

        @SuppressWarnings("unchecked")
        static Sink of(Topic<?> topic) {
            return new Sink(topic.name(), (Serializer<Object>) topic.value().serializer(), new ArrayList<>());
        }

        void add(Record<?, ?> record) {
            Optional<Header> reason = Optional.ofNullable(record.headers().lastHeader(DeadLetter.REASON));
            records.add(new FlowDriver.Emitted(
                    topic,
                    Optional.ofNullable((String) record.key()),
                    Optional.ofNullable(record.value()).map(value -> values.serialize(topic, value)),
                    reason.map(header -> new String(header.value(), StandardCharsets.UTF_8)),
                    record.timestamp()));
        }
    }

    /** Takes a record for the sink {@code name}. */
    void accept(Record<?, ?> record, String name) {
        Sink output = outputByName.get(name);
        if (output != null) {
            output.add(record);
            return;
        }
        String input = inputByName.get(name);
        if (input == null) {
            throw new IllegalStateException("there is no sink " + name);
        }
        toInputs.add(new ProducerRecord<>(
                input, 0, record.timestamp(), (String) record.key(), (byte[]) record.value(), record.headers()));
    }

    /** The messages to the inputs since the last call, in their order. */
    List<ProducerRecord<@Nullable String, byte @Nullable []>> takeInputs() {
        if (toInputs.isEmpty()) {
            return List.of();
        }
        List<ProducerRecord<@Nullable String, byte @Nullable []>> taken = toInputs;
        toInputs = new ArrayList<>();
        return taken;
    }

    /** The records of the outputs since the last call, topic by topic. */
    List<FlowDriver.Emitted> takeOutputs() {
        List<FlowDriver.Emitted> taken = new ArrayList<>();
        for (Sink output : outputs) {
            taken.addAll(output.records());
            output.records().clear();
        }
        return taken;
    }
}
