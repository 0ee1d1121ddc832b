package io.exitbrain.audit.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.record.AuditRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputGroupsTest {

    private static final String CLOCK = "{\"topic\":\"wall-clock\",\"partition\":0,\"offset\":null}";

    private final OutputGroups groups = new OutputGroups();

    /** The clock decides at 9,000; then come records that the loss of a leader has held up since 7,000. */
    @Test
    void shouldKeepAStepTogetherThatIsOlderThanTheStepBeforeIt() {
        event("STOP_MOVED", "A", 2, 9_000, CLOCK);
        event("CLOSED", "A", 3, 7_000, fill(34));
        event("PLANNED", "B", 1, 7_200, fill(35));
        command("MOVE", "A", 2, 9_000);
        command("CANCEL", "A", 3, 7_000);
        command("PLACE", "B", 1, 7_200);
        add("exit-plans", "", 7_000);
        add("exit-plans", "{\"planId\":\"B\",\"updatedAt\":7200}", 7_200);

        assertThat(taken()).containsExactly("command MOVE", "event STOP_MOVED");
        assertThat(taken()).containsExactly("no plan", "command CANCEL", "event CLOSED");
        assertThat(taken()).containsExactly("plan B", "command PLACE", "event PLANNED");
        assertThat(groups.isEmpty()).isTrue();
    }

    private static String fill(int offset) {
        return "{\"topic\":\"order-fills\",\"partition\":0,\"offset\":%d,\"value\":\"fill\"}".formatted(offset);
    }

    private void event(String event, String plan, int version, long time, String cause) {
        String json = "{\"event\":\"%s\",\"planId\":\"%s\",\"version\":%d,\"cause\":%s,\"time\":%d}";
        add("exit-events", json.formatted(event, plan, version, cause, time), time);
    }

    private void command(String action, String plan, int version, long time) {
        String json = "{\"action\":\"%s\",\"planId\":\"%s\",\"version\":%d,\"time\":%d}";
        add("trailing-stop-commands", json.formatted(action, plan, version, time), time);
    }

    private void add(String topic, String value, long time) {
        Optional<byte[]> bytes =
                Optional.of(value).filter(text -> !text.isEmpty()).map(text -> text.getBytes(StandardCharsets.UTF_8));
        groups.add(AuditRecord.at(topic, topic, Optional.of("BTCUSDT"), bytes, Optional.empty(), time));
    }

    private List<String> taken() {
        return groups.take().outputs().stream().map(OutputGroupsTest::inWords).toList();
    }

    private static String inWords(AuditRecord output) {
        return switch (output.topic()) {
            case "exit-plans" ->
                output.object()
                        .map(plan -> "plan " + plan.path("planId").asText())
                        .orElse("no plan");
            case "trailing-stop-commands" ->
                "command " + output.object().orElseThrow().path("action").asText();
            default -> "event " + output.object().orElseThrow().path("event").asText();
        };
    }
}
