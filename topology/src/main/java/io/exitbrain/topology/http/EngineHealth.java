package io.exitbrain.topology.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.vitals.TaskVitals;
import io.exitbrain.topology.vitals.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;

/** The engine's own health: protection of the positions, state of the process, progress of the input. */
final class EngineHealth {

    private static final String SERVICE = "risk-safety-service";
    private static final long UNPROTECTED_DEGRADED_MS = 1_000;
    private static final long UNPROTECTED_DOWN_MS = 3_000;
    private static final long SKEW_REMEMBERED_MS = 60_000;

    private final StreamsView streams;
    private final Vitals vitals;
    private final ReferenceData reference;
    private final HealthLimits limits;
    private final LongSupplier clock;

    private record Findings(List<String> down, List<String> degraded) {

        String status() {
            return !down.isEmpty() ? "DOWN" : degraded.isEmpty() ? "OK" : "DEGRADED";
        }

        List<String> all() {
            List<String> all = new ArrayList<>(down);
            all.addAll(degraded);
            return all;
        }
    }

    /** {@code clock} is the wall clock, epoch milliseconds. */
    EngineHealth(StreamsView streams, Vitals vitals, ReferenceData reference, HealthLimits limits, LongSupplier clock) {
        this.clock = clock;
        this.streams = streams;
        this.vitals = vitals;
        this.reference = reference;
        this.limits = limits;
    }

    /** The full report; 503 if the status is DOWN. */
    Answer report() {
        long nowMs = clock.getAsLong();
        TaskVitals positions = vitals.positions();
        long lagRecords = streams.lagRecords();
        Findings findings = findings(positions, lagRecords, nowMs);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("service", SERVICE)
                .put("status", findings.status())
                .put("state", streams.state().name())
                .put("open_positions", positions.openPositions())
                .put("unprotected_positions", vitals.unprotectedPositions())
                .put("oldest_unprotected_ms", positions.oldestUnprotectedMs())
                .put("plans_without_trail", positions.withoutTrail())
                .put("mixed_mode_symbols", positions.mixedSymbols())
                .put("positions_with_unknown_leverage", positions.unknownLeverage())
                .put("dust_positions", positions.dust())
                .put("dead_letters", vitals.deadLetters().total())
                .put("bugs", vitals.bugs().total())
                .put("clock_skew", vitals.clockSkews())
                .put("lag_records", lagRecords);
        long ageMs = newestInputAgeMs(nowMs);
        body.put("newest_input_age_ms", ageMs < 0 ? null : Long.valueOf(ageMs));
        findings.all().forEach(body.putArray("reasons")::add);
        vitals.reroutes().advice(nowMs).forEach(body.putArray("advice")::add);
        return findings.down().isEmpty() ? Answer.ok(body) : Answer.unavailable(body);
    }

    /** Whether the process can work. If not, a restart helps. */
    Answer live() {
        KafkaStreams.State state = streams.state();
        boolean isAlive = state != KafkaStreams.State.ERROR
                && state != KafkaStreams.State.PENDING_ERROR
                && state != KafkaStreams.State.NOT_RUNNING;
        return plain(isAlive, state.name());
    }

    /** Whether the engine decides and answers queries now. */
    Answer ready() {
        return plain(
                streams.state() == KafkaStreams.State.RUNNING, streams.state().name());
    }

    private static Answer plain(boolean isGood, String state) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("status", isGood ? "OK" : "DOWN")
                .put("state", state);
        return isGood ? Answer.ok(body) : Answer.unavailable(body);
    }

    private Findings findings(TaskVitals positions, long lagRecords, long nowMs) {
        Findings findings = new Findings(new ArrayList<>(), new ArrayList<>());
        process(findings);
        protection(findings, positions);
        input(findings, positions, lagRecords, nowMs);
        return findings;
    }

    private void process(Findings findings) {
        switch (streams.state()) {
            case RUNNING -> {}
            case CREATED, REBALANCING -> findings.degraded().add("the engine is " + streams.state());
            default -> findings.down().add("the engine is " + streams.state());
        }
        if (streams.hasDeadThread()) {
            findings.down().add("a stream thread is dead");
        }
        if (!vitals.brokenSymbols().isEmpty()) {
            findings.down().add("a defect of the engine left unprotected: " + vitals.brokenSymbols());
        }
    }

    private static void protection(Findings findings, TaskVitals positions) {
        String sentence = "%d positions unprotected, the longest for %d ms"
                .formatted(positions.unprotected(), positions.oldestUnprotectedMs());
        if (positions.oldestUnprotectedMs() > UNPROTECTED_DOWN_MS) {
            findings.down().add(sentence);
        } else if (positions.oldestUnprotectedMs() > UNPROTECTED_DEGRADED_MS) {
            findings.degraded().add(sentence);
        }
        if (positions.mixedSymbols() > 0) {
            findings.degraded().add(positions.mixedSymbols() + " symbols hold one-way and hedge positions at once");
        }
        if (positions.unknownLeverage() > 0) {
            findings.degraded()
                    .add(positions.unknownLeverage()
                            + " positions have no known leverage, so a stop can lie behind the liquidation: send leverage on"
                            + " positions, or set stop.assumed-leverage in the policy");
        }
    }

    private void input(Findings findings, TaskVitals positions, long lagRecords, long nowMs) {
        int deadLetters = vitals.deadLetters().inLastMinute(nowMs);
        if (deadLetters > limits.deadLettersPerMinute()) {
            findings.degraded().add(deadLetters + " dead letters within a minute");
        }
        if (lagRecords > limits.lagRecords()) {
            findings.degraded().add(lagRecords + " records are waiting" + hidden(streams.hiddenRecords()));
        }
        if (positions.openPositions() > 0 && newestInputAgeMs(nowMs) > limits.inputAgeMs()) {
            findings.degraded().add("no input for " + newestInputAgeMs(nowMs) + " ms while positions are open");
        }
        if (vitals.newestClockSkewAtMs() != Vitals.NEVER && nowMs - vitals.newestClockSkewAtMs() < SKEW_REMEMBERED_MS) {
            findings.degraded().add("prices lag the other inputs of their symbol");
        }
        if (!reference.badEntries().isEmpty()) {
            findings.degraded().add("unusable global entries: " + reference.badEntries());
        }
    }

    private static String hidden(long records) {
        return records == 0 ? "" : ", %d of them behind an open transaction of a producer".formatted(records);
    }

    private long newestInputAgeMs(long nowMs) {
        return vitals.newestInputAtMs() == Vitals.NEVER ? -1 : Math.max(0, nowMs - vitals.newestInputAtMs());
    }
}
