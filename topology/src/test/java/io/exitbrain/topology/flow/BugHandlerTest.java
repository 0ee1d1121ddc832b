package io.exitbrain.topology.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.topology.vitals.Vitals;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Response;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Result;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A defect on some records must not stop the others; a defect on many records must stop the engine. */
class BugHandlerTest {

    private final Vitals vitals = new Vitals();
    private final BugHandler handler = new BugHandler();

    @BeforeEach
    void configure() {
        Properties properties = new Properties();
        BugHandler.configure(properties, vitals, "dead-letters");
        Map<String, Object> configs = new HashMap<>();
        properties.forEach((key, value) -> configs.put((String) key, value));
        handler.configure(configs);
    }

    private Response hit(String symbol) {
        return handler.handleError(
                new AtHand(), new Record<>(symbol, "value", 5L), new IllegalStateException("a defect"));
    }

    /** The origin of the record. */
    private record AtHand() implements ErrorHandlerContext {

        @Override
        public String topic() {
            return "mark-prices";
        }

        @Override
        public int partition() {
            return 2;
        }

        @Override
        public long offset() {
            return 1841;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public String processorNodeId() {
            return "trail-stops";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 2);
        }

        @Override
        public long timestamp() {
            return 5;
        }

        @Override
        public byte[] sourceRawKey() {
            return "BTCUSDT".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] sourceRawValue() {
            return "raw".getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldWriteTheRecordToTheDeadLettersAndGoOn() {
        Response response = hit("BTCUSDT");

        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(deadLetter -> {
            assertThat(deadLetter.topic()).isEqualTo("dead-letters");
            assertThat(new String(deadLetter.value(), StandardCharsets.UTF_8)).isEqualTo("raw");
            assertThat(new String(deadLetter.headers().lastHeader("kind").value(), StandardCharsets.UTF_8))
                    .isEqualTo("bug");
            assertThat(new String(deadLetter.headers().lastHeader("reason").value(), StandardCharsets.UTF_8))
                    .contains("a defect", "mark-prices-2@1841");
        });
        assertThat(vitals.brokenSymbols()).containsExactly("BTCUSDT");
        assertThat(vitals.unprotectedPositions()).isEqualTo(1);
    }

    @Test
    void shouldStopTheEngineAtTheEleventhDefectOfAMinute() {
        for (int i = 1; i <= 10; i++) {
            assertThat(hit("S" + i).result()).as("defect %d", i).isEqualTo(Result.RESUME);
        }

        assertThat(hit("S11").result()).isEqualTo(Result.FAIL);
    }
}
