package io.exitbrain.topology.fast.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.context.StoreKind;
import io.exitbrain.topology.fast.filter.PriceBatch.Batch;
import io.exitbrain.topology.fast.state.CachedStates;
import io.exitbrain.topology.flow.BugHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch gives the same output as its records without a batch. */
class QuietPriceFilterTest {

    private static final String PRICES = "mark-prices";
    private static final long NOW = 1_764_000_000_000L;
    private static final String DEFECT = "meets a defect";

    private final FlowContext flow = FlowContext.with(Policy.DEFAULT);
    private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final TopologyTestDriver driver = new TopologyTestDriver(topology(flow), properties());
    private final TestOutputTopic<String, byte[]> deadLetters =
            driver.createOutputTopic("dead-letters", new StringDeserializer(), new ByteArrayDeserializer());

    private Topology topology(FlowContext flow) {
        return new Topology()
                .addSource(PRICES, new StringDeserializer(), (topic, value) -> new Batch(List.copyOf(batch)), PRICES)
                .addProcessor(
                        "filter-quiet-prices",
                        () -> new QuietPriceFilter(flow, ExitTopology.PLANS_STORE, "mark-prices"),
                        PRICES)
                .addStateStore(CachedStates.builder(ExitTopology.PLANS_STORE, flow), "filter-quiet-prices")
                .addProcessor("see", See::new, "filter-quiet-prices");
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "filter-quiet-prices");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        BugHandler.configure(
                properties, flow.vitals(), Topics.live().deadLetters().name());
        return properties;
    }

    /** Records its input, and fails on some of it. */
    private final class See implements Processor<String, byte[], Void, Void> {

        private ProcessorContext<Void, Void> context;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            this.context = context;
        }

        @Override
        public void process(Record<String, byte[]> record) {
            String value = record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8);
            RecordMetadata origin = context.recordMetadata().orElseThrow();
            seen.add("%s-%d@%d %s %s %d %s"
                    .formatted(
                            origin.topic(),
                            origin.partition(),
                            origin.offset(),
                            record.key(),
                            value,
                            record.timestamp() - NOW,
                            record.headers().toArray().length));
            if (DEFECT.equals(value)) {
                throw new IllegalStateException("no such price");
            }
        }
    }

    private void has(@Nullable String key, @Nullable String value, long time) {
        RecordHeaders headers = new RecordHeaders();
        for (int i = 0; i < batch.size(); i++) {
            headers.add("header", new byte[0]);
        }
        batch.add(new ConsumerRecord<>(
                PRICES,
                3,
                100L + 2L * batch.size(),
                time,
                TimestampType.CREATE_TIME,
                0,
                0,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                headers,
                Optional.empty()));
    }

    /** Streams gives the batch the time of its first record, or the partition time if that record has no time. */
    private void comes(long firstTime) {
        comes(driver, firstTime);
    }

    private static void comes(TopologyTestDriver driver, long firstTime) {
        driver.createInputTopic(PRICES, new StringSerializer(), new StringSerializer())
                .pipeInput(new TestRecord<>("first", "first", new RecordHeaders(), firstTime));
    }

    private static String quiet(String price) {
        return "{\"p\":\"%s\"}".formatted(price);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldForwardOtherRecordsUnchanged() {
        has("BTCUSDT", "{}", NOW + 1);
        has(null, quiet("5"), NOW + 3);
        has("ETHUSDT", quiet("5"), NOW + 4);
        has("ETHUSDT", null, NOW + 2);
        has("ETHUSDT", "{\"p\":\"5\",\"s\":\"BTCUSDT\"}", NOW + 6);

        comes(NOW + 1);

        assertThat(seen)
                .containsExactly(
                        "mark-prices-3@100 BTCUSDT {} 1 0",
                        "mark-prices-3@102 null {\"p\":\"5\"} 3 1",
                        "mark-prices-3@106 ETHUSDT null 2 3",
                        "mark-prices-3@108 ETHUSDT {\"p\":\"5\",\"s\":\"BTCUSDT\"} 6 4");
        assertThat(flow.vitals().inputs()).isEqualTo(1);
    }

    @Test
    void shouldGiveThePartitionTimeToARecordWithoutATime() {
        has("BTCUSDT", "a", NOW + 5);
        has("BTCUSDT", "b", NOW + 3);
        has("BTCUSDT", "c", -1);
        comes(NOW + 5);
        batch.clear();
        has("BTCUSDT", "d", -1);
        comes(NOW + 1);

        assertThat(seen)
                .containsExactly(
                        "mark-prices-3@100 BTCUSDT a 5 0",
                        "mark-prices-3@102 BTCUSDT b 3 1",
                        "mark-prices-3@104 BTCUSDT c 5 2",
                        "mark-prices-3@100 BTCUSDT d 5 0");
    }

    @Test
    void shouldGoOnAfterADefectAndSendOnlyThatRecordToTheDeadLetters() {
        has("BTCUSDT", "before", NOW);
        has("ETHUSDT", DEFECT, NOW + 1);
        has("XRPUSDT", "after", NOW + 2);

        comes(NOW);

        assertThat(seen)
                .containsExactly(
                        "mark-prices-3@100 BTCUSDT before 0 0",
                        "mark-prices-3@102 ETHUSDT meets a defect 1 1",
                        "mark-prices-3@104 XRPUSDT after 2 2");
        TestRecord<String, byte[]> deadLetter = deadLetters.readRecord();
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(deadLetter.key()).isEqualTo("ETHUSDT");
        assertThat(deadLetter.value()).asString().isEqualTo(DEFECT);
        assertThat(new String(deadLetter.headers().lastHeader("reason").value(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "a defect of the engine: java.lang.IllegalStateException: no such price (mark-prices-3@102)");
        assertThat(flow.vitals().brokenSymbols()).containsExactly("ETHUSDT");
    }

    @Test
    void shouldCountASymbolAsProtectedAgainAfterOneGoodPrice() {
        has("ETHUSDT", DEFECT, NOW);
        has("ETHUSDT", quiet("5"), NOW + 1);

        comes(NOW);

        assertThat(flow.vitals().brokenSymbols()).isEmpty();
        assertThat(flow.vitals().bugs().total()).isEqualTo(1);
    }

    @Test
    void shouldRefuseARecordWithoutItsBatchIfBatchesAreRequired() {
        Deserializer<PriceBatch> live = PriceBatch.serde(true).deserializer();

        assertThatThrownBy(() -> live.deserialize(PRICES, new RecordHeaders(), new byte[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("came without its batch");
        assertThatThrownBy(() -> live.deserialize(PRICES, new byte[0])).isInstanceOf(IllegalStateException.class);
    }

    // The test causes the defect with a null that the types do not allow.
    @SuppressWarnings("NullAway")
    @Test
    void shouldForwardPricesToTheRulesAfterADefectOfTheFilter() {
        has("BTCUSDT", quiet("5"), NOW);
        has("ETHUSDT", "no price", NOW + 1);
        has("XRPUSDT", quiet("6"), NOW + 2);
        // Without reference data the entry of a symbol cannot be read.
        FlowContext defective = new FlowContext(
                Policy.DEFAULT, null, flow.vitals(), StoreKind.MEMORY, Lane.FAST, false, 1, 1, true, false, true);

        try (TopologyTestDriver other = new TopologyTestDriver(topology(defective), properties())) {
            comes(other, NOW);
        }

        assertThat(seen)
                .containsExactly(
                        "mark-prices-3@100 BTCUSDT {\"p\":\"5\"} 0 0",
                        "mark-prices-3@102 ETHUSDT no price 1 1",
                        "mark-prices-3@104 XRPUSDT {\"p\":\"6\"} 2 2");
        assertThat(flow.vitals().inputs()).isZero();
    }
}
