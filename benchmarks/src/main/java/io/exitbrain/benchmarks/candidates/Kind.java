package io.exitbrain.benchmarks.candidates;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The candidates of the throughput comparison, in the order they take turns: where the time is too short for all, the last are left
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
    INTAKE,
    QUIET_INTAKE,
    QUIET_IDLE_OFF,
    QUIET_IDLE_0,
    /** The durable loop tuned for latency: not part of the throughput comparison. */
    QUICK_DURABLE_LOOP;

    /** They show what the engine would pay if it took its prices from Streams one by one, and take long. */
    private static final Set<Kind> ON_REQUEST = Set.of(QUIET_IDLE_OFF, QUIET_IDLE_0);

    private static final Duration QUICK = Duration.ofMillis(5);

    /** Those that are compared where nothing else is asked for. */
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
            case FLOOR -> Floor.start(setup);
            case QUIET_IDLE_0 -> QuietInputs.besideTheFloor(setup, 0);
            case QUIET_IDLE_OFF -> QuietInputs.besideTheFloor(setup, -1);
            case INTAKE -> QuietInputs.theEnginesPricesAlone(setup);
            case QUIET_INTAKE -> QuietInputs.besideTheEnginesPrices(setup);
            case BYTE_LOOP -> Loop.start(setup, new ByteWire(), PlainDelivery::new);
            case BYTE_DURABLE_LOOP -> Loop.start(setup, new ByteWire(), TransactionalDelivery::asTheEngine);
            case JACKSON_LOOP -> Loop.start(setup, new JacksonWire(), PlainDelivery::new);
            case JACKSON_DURABLE_LOOP -> Loop.start(setup, new JacksonWire(), TransactionalDelivery::asTheEngine);
            case TEXTBOOK -> Textbook.start(setup);
            case ENGINE -> EngineCandidate.start(setup);
            case QUICK_DURABLE_LOOP -> Loop.start(setup, new ByteWire(), TransactionalDelivery.gathering(QUICK));
        };
    }

    /** Throws where there is none of that name, and says which there are. */
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
