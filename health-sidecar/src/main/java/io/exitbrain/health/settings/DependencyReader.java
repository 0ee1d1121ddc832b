package io.exitbrain.health.settings;

import io.exitbrain.yaml.YamlMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads one dependency. */
final class DependencyReader {

    private static final Duration LEAST_TIMEOUT = Duration.ofMillis(50);
    /** As many intervals without a result are DOWN: a probe must be allowed less. */
    private static final int MOST_INTERVALS = 3;

    private static final Duration MOST_LATENCY = Duration.ofHours(1);
    private static final int USUAL_LAG = 10_000;
    private static final String USUAL_GROUP = "exit-brain";

    private final String name;
    private final YamlMap map;
    private final Overrides overrides;
    private final Duration interval;
    private final List<String> topics;
    private final List<String> faults;

    DependencyReader(
            String name,
            YamlMap map,
            Overrides overrides,
            Duration interval,
            List<String> topics,
            List<String> faults) {
        this.name = name;
        this.map = map;
        this.overrides = overrides;
        this.interval = interval;
        this.topics = topics;
        this.faults = faults;
    }

    /** Empty where it cannot be used; every part is read all the same, so that every fault is told. */
    Optional<Dependency> read() {
        Optional<Mask> mask = new MaskReader(name, map, overrides, faults).read();
        return kind().flatMap(kind -> read(kind, mask));
    }

    private Optional<Dependency> read(Kind kind, Optional<Mask> mask) {
        map.allowingOnly(kind.keys());
        boolean isCritical = map.flag("critical").orElse(true);
        Duration timeout = timeout(kind);
        Duration degradedAbove =
                map.duration("degraded-above", Duration.ZERO, MOST_LATENCY).orElse(kind.usuallyDegradedAbove());
        boolean needsBodyStatus = needsBodyStatus();
        Bus bus = kind == Kind.KAFKA ? bus() : Bus.NONE;
        return address(kind)
                .map(address -> new Dependency(
                        name, kind, address, isCritical, timeout, degradedAbove, mask, needsBodyStatus, bus));
    }

    private Optional<Kind> kind() {
        if (!map.has("kind")) {
            map.fault("kind", "is missing; must be one of " + String.join(", ", Kind.names()));
        }
        return map.text("kind").flatMap(text -> {
            Optional<Kind> kind = Kind.named(text);
            if (kind.isEmpty()) {
                map.fault("kind", "must be one of %s, was %s".formatted(String.join(", ", Kind.names()), text));
            }
            return kind;
        });
    }

    private Optional<Address> address(Kind kind) {
        Optional<String> told = overrides.environment().address(name);
        String text = told.or(() -> map.text("address")).orElse("");
        Optional<Address> address = AddressReader.read(kind, text);
        if (address.isEmpty()) {
            String sentence = "must be %s, was %s".formatted(AddressReader.form(kind), AddressReader.masked(text));
            if (told.isPresent()) {
                faults.add("environment: %s: %s".formatted(Environment.addressVariable(name), sentence));
            } else {
                map.fault("address", text.isEmpty() ? "is missing; must be " + AddressReader.form(kind) : sentence);
            }
        }
        return address;
    }

    private Duration timeout(Kind kind) {
        Duration most = interval.multipliedBy(MOST_INTERVALS).minusMillis(1);
        Duration usual = kind.usualTimeout().compareTo(most) < 0 ? kind.usualTimeout() : most;
        return map.duration("timeout", LEAST_TIMEOUT, most).orElse(usual);
    }

    private boolean needsBodyStatus() {
        String told = map.text("body-status").orElse("required");
        if (!told.equals("required") && !told.equals("ignored")) {
            map.fault("body-status", "must be required or ignored, was " + told);
        }
        return told.equals("required");
    }

    private Bus bus() {
        return new Bus(
                topics,
                map.text("group").orElse(USUAL_GROUP),
                map.flag("group-required").orElse(false),
                map.wholeNumber("lag-degraded-above", 0, Integer.MAX_VALUE).orElse(USUAL_LAG),
                map.map("kafka").texts());
    }
}
