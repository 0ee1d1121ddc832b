package io.exitbrain.topology.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Registers meters under the prefix of the engine. A meter that is registered already stays as it is; the registry would log a warning
 * if it were asked again. The registry refers to this object only weakly, so the owner of the registry keeps it.
 */
final class Meters {

    private static final String PREFIX = "exit.brain.";
    private static final String SECONDS = "seconds";

    private final MeterRegistry registry;
    private final Set<Key> registered = ConcurrentHashMap.newKeySet();

    private record Key(String suffix, Tags tags) {}

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    static String name(String suffix) {
        return PREFIX + suffix;
    }

    void gauge(String suffix, String help, DoubleSupplier value) {
        gauge(suffix, help, Tags.empty(), null, value);
    }

    void gauge(String suffix, String help, Tags tags, DoubleSupplier value) {
        gauge(suffix, help, tags, null, value);
    }

    /** A gauge in seconds; {@code milliseconds} gives its value. */
    void seconds(String suffix, String help, Tags tags, DoubleSupplier milliseconds) {
        gauge(suffix, help, tags, SECONDS, () -> milliseconds.getAsDouble() / 1_000);
    }

    private void gauge(String suffix, String help, Tags tags, @Nullable String unit, DoubleSupplier value) {
        if (isNew(suffix, tags)) {
            Gauge.builder(name(suffix), this, self -> value.getAsDouble())
                    .description(help)
                    .tags(tags)
                    .baseUnit(unit)
                    .register(registry);
        }
    }

    void counter(String suffix, String help, Tags tags, DoubleSupplier value) {
        if (isNew(suffix, tags)) {
            FunctionCounter.builder(name(suffix), this, self -> value.getAsDouble())
                    .description(help)
                    .tags(tags)
                    .register(registry);
        }
    }

    private boolean isNew(String suffix, Tags tags) {
        return registered.add(new Key(suffix, tags));
    }
}
