package io.exitbrain.audit.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import java.util.Optional;

/**
 * An output of the engine with what orders it among the others.
 *
 * @param planId empty if the output names no plan
 * @param version the version of a command; of an event the newest version after its step; -1 = none
 * @param time the time of the decision; without one the timestamp of the record
 */
record Output(AuditRecord record, String planId, int version, long time) {

    static Output of(AuditRecord record) {
        Optional<JsonNode> value = record.object();
        String timeName = record.topic().equals("exit-plans") ? "updatedAt" : "time";
        return new Output(
                record,
                value.map(json -> json.path("planId").asText("")).orElse(""),
                value.map(json -> json.path("version").asInt(-1)).orElse(-1),
                value.map(json -> json.path(timeName).asLong(record.timestamp()))
                        .orElse(record.timestamp()));
    }

    long timestamp() {
        return record.timestamp();
    }

    /** The cause that an event names; empty for the wall clock. */
    Optional<Cause> cause() {
        JsonNode cause = record.object().map(json -> json.path("cause")).orElse(null);
        return cause == null || !cause.path("offset").isIntegralNumber()
                ? Optional.empty()
                : Optional.of(new Cause(
                        new Coordinates(
                                cause.path("topic").asText(),
                                cause.path("partition").asInt(),
                                cause.path("offset").asLong()),
                        cause.path("value").asText()));
    }

    /** Whether both were decided at the same moment. */
    boolean isWith(Output other) {
        return timestamp() == other.timestamp() && time == other.time;
    }

    /** Whether this command or plan was decided in an earlier step than {@code event}. */
    boolean isBefore(Output event) {
        boolean isSamePlan = planId.equals(event.planId) && version >= 0 && event.version >= 0;
        if (isSamePlan && version != event.version) {
            return version < event.version;
        }
        return !isWith(event) && time < event.time;
    }

    /** The input that an event names, and the text that it gives of it. */
    record Cause(Coordinates coordinates, String value) {}
}
