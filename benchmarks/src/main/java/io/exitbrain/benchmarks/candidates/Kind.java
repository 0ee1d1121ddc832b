package io.exitbrain.benchmarks.candidates;

import io.exitbrain.topology.context.Lane;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The candidates of the throughput comparison, in the order of their turns. If the time is too short for all, the last ones are left
 * out.
 */
public enum Kind {
    RAW_POLL,
    FLOOR,
    ENGINE,
    BYTE_LOOP,
    BYTE_DURABLE_LOOP,
    JACKSON_LOOP,
    JACKSON_DURABLE_LOOP,
    TEXTBOOK,
    /** The engine on its plain lane: what the fast lane saves. */
    PLAIN,
    INTAKE,
    QUIET_INTAKE,
    QUIET_IDLE_OFF,
    QUIET_IDLE_0,
    /** The durable loop tuned for latency; not part of the throughput comparison. */
    QUICK_DURABLE_LOOP;

    /** They show the cost of reading prices from Streams one by one, with other inputs connected. They take long. */
    private static final Set<Kind> ON_REQUEST = Set.of(QUIET_IDLE_OFF, QUIET_IDLE_0);

    private static final Duration QUICK_COMMIT = Duration.ofMillis(5);

    /** The candidates that are compared unless others are named. */
    public static List<Kind> comparedByDefault() {
        return ofThroughput().stream()
                .filter(kind -> !ON_REQUEST.contains(kind))
                .toList();
    }

    private static List<Kind> ofThroughput() {
        return Arrays.stream(values())
                .filter(kind -> kind != QUICK_DURABLE_LOOP)
                .toList();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Candidate start(Setup setup) {
        return switch (this) {
            case RAW_POLL -> RawPoll.start(setup);
            case FLOOR -> CountingStreams.floor(setup);
            case QUIET_IDLE_0 -> CountingStreams.quietIdle(setup, 0);
            case QUIET_IDLE_OFF -> CountingStreams.quietIdle(setup, -1);
            case INTAKE -> CountingStreams.intake(setup);
            case QUIET_INTAKE -> CountingStreams.quietIntake(setup);
            case BYTE_LOOP -> Loop.start(setup, new ByteFormat(), PlainDelivery::new);
            case BYTE_DURABLE_LOOP -> Loop.start(setup, new ByteFormat(), TransactionalDelivery::likeTheEngine);
            case JACKSON_LOOP -> Loop.start(setup, new JacksonFormat(), PlainDelivery::new);
            case JACKSON_DURABLE_LOOP -> Loop.start(setup, new JacksonFormat(), TransactionalDelivery::likeTheEngine);
            case TEXTBOOK -> Textbook.start(setup);
            case ENGINE -> EngineCandidate.start(setup, Lane.FAST);
            case PLAIN -> EngineCandidate.start(setup, Lane.PLAIN);
            case QUICK_DURABLE_LOOP ->
                Loop.start(setup, new ByteFormat(), TransactionalDelivery.committingEvery(QUICK_COMMIT));
        };
    }

    /** Throws if there is no candidate of that name; the message lists all names. */
    public static Kind named(String label) {
        return ofThroughput().stream()
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "candidate must be one of %s, was %s".formatted(String.join(", ", labels()), label)));
    }

    public static List<String> labels() {
        return ofThroughput().stream().map(Kind::label).toList();
    }
}
