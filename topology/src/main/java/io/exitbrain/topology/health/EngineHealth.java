package io.exitbrain.topology.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.evidence.StreamsView;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.vitals.TaskVitals;
import io.exitbrain.topology.vitals.Vitals;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The engine's own health: protection of the positions, state of the process, progress of the input, brokers and group. It is built on
 * evidence: what has not been heard of for seconds counts as gone.
 */
public final class EngineHealth {

    private static final String SERVICE = "risk-safety-service";

    private final StreamsView streams;
    private final Evidence evidence;
    private final Vitals vitals;
    private final Build build;
    private final LongSupplier clock;
    private final ClusterHealth cluster;
    private final PositionHealth protection;
    private final InputHealth input;

    /**
     * A report.
     *
     * @param isGood whether the answer is 200; otherwise it is 503
     */
    public record Report(boolean isGood, ObjectNode body) {}

    /** {@code clock} is the wall clock, epoch milliseconds. */
    public EngineHealth(
            StreamsView streams,
            Evidence evidence,
            Vitals vitals,
            ReferenceData reference,
            HealthLimits limits,
            Build build,
            LongSupplier clock) {
        this.clock = clock;
        this.streams = streams;
        this.evidence = evidence;
        this.vitals = vitals;
        this.build = build;
        this.cluster = new ClusterHealth(evidence, vitals.recoveries());
        this.protection = new PositionHealth(vitals);
        this.input = new InputHealth(evidence, vitals, reference, limits);
    }

    /** The full report; not good if the status is DOWN. */
    public Report report() {
        long nowMs = clock.getAsLong();
        TaskVitals positions = vitals.positions();
        Findings findings = findings(positions, nowMs);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("service", SERVICE)
                .put("status", findings.status())
                .put("state", streams.state().name());
        build.addTo(body);
        counts(body, positions);
        progress(body, nowMs);
        findings.all().forEach(body.putArray("reasons")::add);
        vitals.reroutes().advice(nowMs).forEach(body.putArray("advice")::add);
        return new Report(!findings.isDown(), body);
    }

    private void counts(ObjectNode body, TaskVitals positions) {
        body.put("open_positions", positions.openPositions())
                .put("unprotected_positions", vitals.unprotectedPositions())
                .put("oldest_unprotected_ms", positions.oldestUnprotectedMs())
                .put("plans_without_trail", positions.withoutTrail())
                .put("mixed_mode_symbols", positions.mixedSymbols())
                .put("positions_with_unknown_leverage", positions.unknownLeverage())
                .put("dust_positions", positions.dust())
                .put("dead_letters", vitals.deadLetters().total())
                .put("bugs", vitals.bugs().total())
                .put("clock_skew", vitals.clockSkews());
    }

    private void progress(ObjectNode body, long nowMs) {
        body.put("lag_records", input.lagRecords());
        put(body, "newest_input_age_ms", input.newestAgeMs(nowMs));
        Map<String, Long> lags = evidence.lagByTopic();
        ObjectNode inputs = body.putObject("inputs");
        vitals.inputsByTopic().forEach((topic, of) -> {
            ObjectNode one = inputs.putObject(topic).put("records", of.records());
            put(one, "age_ms", InputHealth.ageMs(of.newestMs(), nowMs));
            put(one, "lag_records", lags.getOrDefault(topic, -1L));
        });
        body.put("restore_remaining_records", evidence.restoreRecords());
        OptionalLong standby = evidence.standbyLag();
        put(body, "standby_lag_records", standby.orElse(-1));
        body.put("broker_silence_ms", evidence.brokerSilenceMs()).put("instances", evidence.instances());
    }

    /** -1 means that the value is not known. */
    private static void put(ObjectNode body, String name, long value) {
        body.put(name, value < 0 ? null : Long.valueOf(value));
    }

    /** Whether the process can work. If not, a restart helps. */
    public Report live() {
        KafkaStreams.State state = streams.state();
        boolean isAlive = state != KafkaStreams.State.ERROR
                && state != KafkaStreams.State.PENDING_ERROR
                && state != KafkaStreams.State.NOT_RUNNING;
        return plain(isAlive, state.name());
    }

    /** Whether the engine decides and answers queries now. */
    public Report ready() {
        if (cluster.areBrokersSilent()) {
            return plain(false, "NO_BROKER");
        }
        return plain(
                streams.state() == KafkaStreams.State.RUNNING, streams.state().name());
    }

    private static Report plain(boolean isGood, String state) {
        return new Report(
                isGood,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("status", isGood ? "OK" : "DOWN")
                        .put("state", state));
    }

    private Findings findings(TaskVitals positions, long nowMs) {
        Findings findings = new Findings();
        process(findings);
        cluster.addTo(findings, nowMs);
        protection.addTo(findings, positions, nowMs);
        input.addTo(findings, positions, nowMs);
        return findings;
    }

    private void process(Findings findings) {
        switch (streams.state()) {
            case RUNNING -> {}
            case CREATED, REBALANCING -> findings.degraded("the engine is " + streams.state());
            default -> findings.down("the engine is " + streams.state());
        }
        if (streams.hasDeadThread()) {
            findings.down("a stream thread is dead");
        }
    }
}
