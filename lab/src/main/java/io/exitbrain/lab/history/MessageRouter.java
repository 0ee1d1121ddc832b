package io.exitbrain.lab.history;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.input.ExchangeEventReader;
import io.exitbrain.serdes.input.ExecutionReportReader;
import io.exitbrain.serdes.input.ExitContextReader;
import io.exitbrain.serdes.input.InstrumentReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.OrderFillReader;
import io.exitbrain.serdes.input.PositionReader;
import io.exitbrain.serdes.output.OutputSerdes;
import io.exitbrain.serdes.price.MarkPriceReader;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.replay.ReplayLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads a record as the engine does and gives its messages to a sink. */
final class MessageRouter {

    private static final Topics TOPICS = Topics.live();

    private final HistorySink sink;
    private final Refusals refusals = new Refusals();
    private final OrderFillReader fills = new OrderFillReader();
    private final PositionReader positions = new PositionReader();
    private final MarkPriceReader prices = new MarkPriceReader();
    private final ExecutionReportReader reports = new ExecutionReportReader();
    private final InstrumentReader instruments = new InstrumentReader();
    private final ExitContextReader contexts = new ExitContextReader();
    private final ExchangeEventReader events = new ExchangeEventReader();
    private boolean hasEvents;

    MessageRouter(HistorySink sink) {
        this.sink = sink;
    }

    Refusals refusals() {
        return refusals;
    }

    /** One record. */
    private record Message(String topic, @Nullable String key, byte @Nullable [] value, long timestamp, int line) {}

    /** A message that the engine wrote for an exchange event is read from that event, if the recording has it. */
    void take(ReplayLine.Send record, int line) {
        String events = TOPICS.exchangeEvents().name();
        hasEvents |= record.topic().equals(events);
        if (hasEvents
                && record.origin()
                        .filter(origin -> origin.startsWith(events + "-"))
                        .isPresent()) {
            return;
        }
        take(new Message(
                record.topic(), record.key().orElse(null), record.value().orElse(null), record.timestamp(), line));
    }

    private void take(Message message) {
        String topic = message.topic();
        if (topic.equals(TOPICS.markPrices().name())) {
            read(prices, message, (key, price) -> price(price, message));
        } else if (topic.equals(TOPICS.orderFills().name())) {
            read(fills, message, (key, fill) -> sink.fill(fill, message.line()));
        } else if (topic.equals(TOPICS.positions().name())) {
            read(positions, message, sink::positions);
        } else if (topic.equals(TOPICS.executionReports().name())) {
            read(reports, message, (key, report) -> sink.report(report));
        } else if (topic.equals(TOPICS.exchangeEvents().name())) {
            distribute(events.read(message.key(), message.value(), message.timestamp()), message);
        } else if (topic.equals(TOPICS.commands().name())) {
            command(message);
        } else {
            table(message);
        }
    }

    private void table(Message message) {
        if (message.topic().equals(TOPICS.instruments().name())) {
            entry(instruments, message, sink::instrument);
        } else if (message.topic().equals(TOPICS.exitContext().name())) {
            entry(contexts, message, sink::context);
        }
    }

    private void price(MarkPrice price, Message message) {
        BigDecimal exact = price.price();
        if (exact.precision() > 18 || exact.scale() < 0 || exact.scale() > 18) {
            refusals.add(message.line(), message.topic(), "the price has more than 18 digits");
        } else {
            sink.price(price.symbol(), exact.unscaledValue().longValueExact(), exact.scale(), price.time());
        }
    }

    private <T> void read(MessageReader<T> reader, Message message, BiConsumer<String, T> taker) {
        reader.read(message.key(), message.value(), message.timestamp())
                .<Boolean>fold(
                        accepted -> {
                            taker.accept(keyOf(message), accepted.message());
                            return true;
                        },
                        refused -> refused(message, refused.reason()),
                        skipped -> true,
                        several -> distribute(several.elements(), message));
    }

    private static String keyOf(Message message) {
        return Optional.ofNullable(message.key())
                .orElseThrow(() -> new IllegalStateException("a message has its symbol as key"));
    }

    private boolean refused(Message message, String reason) {
        refusals.add(message.line(), message.topic(), reason);
        return false;
    }

    /** The entry of a table. A null value removes it. */
    private <T> void entry(MessageReader<T> reader, Message message, BiConsumer<String, Optional<T>> taker) {
        if (message.key() == null) {
            return;
        }
        if (message.value() == null) {
            taker.accept(message.key(), Optional.empty());
        } else {
            read(reader, message, (key, entry) -> taker.accept(key, Optional.of(entry)));
        }
    }

    /** Each element of a record goes where it belongs, as in the engine. */
    private boolean distribute(List<Element> elements, Message message) {
        for (Element element : elements) {
            element.<Boolean>fold(
                    part -> {
                        take(new Message(
                                part.kind().topic(),
                                part.symbol(),
                                part.canonicalJson(),
                                message.timestamp(),
                                message.line()));
                        return true;
                    },
                    skipped -> true,
                    refused -> refused(message, refused.reason()));
        }
        return true;
    }

    private void command(Message message) {
        try {
            Optional.ofNullable(OutputSerdes.stopCommand().deserializer().deserialize(message.topic(), message.value()))
                    .ifPresent(sink::command);
        } catch (SerializationException | IllegalArgumentException unusable) {
            refused(message, String.valueOf(unusable.getMessage()));
        }
    }
}
