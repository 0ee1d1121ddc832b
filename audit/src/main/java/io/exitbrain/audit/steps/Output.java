package io.exitbrain.audit.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import java.util.Optional;
import java.util.Set;

/**
 * An output of the engine with what orders it among the others.
 *
 * @param planId empty if the output names no plan
 * @param version the version of a command; of an event the newest version after its step; -1 = none
 * @param kind the action of a command, the kind of an event; empty for a plan
 * @param slot the key of the plan on {@code exit-plans}
 * @param time the time of the decision; without one the timestamp of the record
 */
record Output(AuditRecord record, String planId, int version, String kind, String slot, long time) {

    private static final Set<String> OF_A_REVISION = Set.of("PLANNED", "REVISED");
    private static final Set<String> OF_AN_END = Set.of("CLOSED", "DUST", "CANCEL");

    static Output of(AuditRecord record) {
        Optional<JsonNode> value = record.object();
        boolean isPlan = record.topic().equals("exit-plans");
        String timeName = isPlan ? "updatedAt" : "time";
        return new Output(
                record,
                value.map(json -> json.path("planId").asText("")).orElse(""),
                value.map(json -> json.path("version").asInt(-1)).orElse(-1),
                value.map(json -> json.path("action").asText(json.path("event").asText("")))
                        .orElse(""),
                isPlan
                        ? record.key().orElse("")
                        : value.map(json -> ObservedPlan.slotOf(
                                        json.path("symbol").asText(),
                                        json.path("positionSide").asText()))
                                .orElse(""),
                value.map(json -> json.path(timeName).asLong(record.timestamp()))
                        .orElse(record.timestamp()));
    }

    long timestamp() {
        return record.timestamp();
    }

    /** The time by which it is ordered among the records of other topics. */
    long mergeTime() {
        return record.mergeTime();
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

    /** Whether this command was decided in the step of {@code event}. Only an EXIT repeats its version, and an event tells each one. */
    boolean isCommandOf(Output event) {
        return planId.equals(event.planId)
                && version == event.version
                && (!kind.equals("EXIT") || event.kind.equals("TRIGGERED"));
    }

    /** Whether this plan, or the end of one, was decided in the step of {@code other}, an event or a command. */
    boolean isPlanOf(Output other) {
        return record.value().isEmpty()
                ? slot.equals(other.slot) && OF_AN_END.contains(other.kind)
                : planId.equals(other.planId) && OF_A_REVISION.contains(other.kind);
    }

    /** The input that an event names, and the text that it gives of it. */
    record Cause(Coordinates coordinates, String value) {}
}
