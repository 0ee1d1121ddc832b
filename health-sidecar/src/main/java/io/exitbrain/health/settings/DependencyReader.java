package io.exitbrain.health.settings;

import io.exitbrain.access.Token;
import io.exitbrain.access.TokenSettings;
import io.exitbrain.yaml.YamlMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads one dependency. */
final class DependencyReader {

    private static final Duration MIN_TIMEOUT = Duration.ofMillis(50);
    /** A dependency is DOWN after this many intervals without a result, so a timeout must be shorter. */
    private static final int MAX_INTERVALS = 3;

    private static final Duration MAX_LATENCY = Duration.ofHours(1);
    /** A probe needs no token unless one is given. */
    private static final String LOOPBACK = "127.0.0.1";

    private static final int DEFAULT_LAG = 10_000;
    private static final String DEFAULT_GROUP = "exit-brain";

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

    /** Empty if the dependency has a fault. Every part is read in any case, so that every fault is listed. */
    Optional<Dependency> read() {
        Optional<Mask> mask = new MaskReader(name, map, overrides, faults).read();
        return kind().flatMap(kind -> read(kind, mask));
    }

    private Optional<Dependency> read(Kind kind, Optional<Mask> mask) {
        map.allowingOnly(kind.keys());
        boolean isCritical = map.flag("critical").orElse(true);
        Duration timeout = timeout(kind);
        Duration degradedAbove =
                map.duration("degraded-above", Duration.ZERO, MAX_LATENCY).orElse(kind.defaultDegradedAbove());
        boolean needsBodyStatus = needsBodyStatus();
        Optional<Token> token = kind == Kind.HTTP ? token() : Optional.empty();
        KafkaRequirements kafka = kind == Kind.KAFKA ? kafka() : KafkaRequirements.NONE;
        return address(kind)
                .map(address -> new Dependency(
                        name, kind, address, isCritical, timeout, degradedAbove, mask, needsBodyStatus, token, kafka));
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
        Optional<String> inEnvironment = overrides.environment().address(name);
        String text = inEnvironment.or(() -> map.text("address")).orElse("");
        Optional<Address> address = AddressReader.read(kind, text);
        if (address.isEmpty()) {
            addressFault(AddressReader.format(kind), text, inEnvironment.isPresent());
        }
        return address;
    }

    private void addressFault(String format, String text, boolean inEnvironment) {
        String sentence = "must be %s, was %s".formatted(format, AddressReader.masked(text));
        if (inEnvironment) {
            faults.add("environment: %s: %s".formatted(Environment.addressVariable(name), sentence));
        } else {
            map.fault("address", text.isEmpty() ? "is missing; must be " + format : sentence);
        }
    }

    private Duration timeout(Kind kind) {
        Duration max = interval.multipliedBy(MAX_INTERVALS).minusMillis(1);
        Duration fallback = kind.defaultTimeout().compareTo(max) < 0 ? kind.defaultTimeout() : max;
        return map.duration("timeout", MIN_TIMEOUT, max).orElse(fallback);
    }

    private boolean needsBodyStatus() {
        String choice = map.text("body-status").orElse("required");
        if (!choice.equals("required") && !choice.equals("ignored")) {
            map.fault("body-status", "must be required or ignored, was " + choice);
        }
        return choice.equals("required");
    }

    private Optional<Token> token() {
        Environment environment = overrides.environment();
        Optional<String> file = environment.tokenFile(name).or(() -> map.text("token-file"));
        String variable = Environment.tokenVariable(name);
        return new TokenSettings(
                        LOOPBACK,
                        environment.token(name),
                        file.map(Path::of),
                        false,
                        new TokenSettings.Keys("", variable, name + ": token-file", ""))
                .read(faults);
    }

    private KafkaRequirements kafka() {
        return new KafkaRequirements(
                topics,
                map.text("group").orElse(DEFAULT_GROUP),
                map.flag("group-required").orElse(false),
                map.wholeNumber("lag-degraded-above", 0, Integer.MAX_VALUE).orElse(DEFAULT_LAG),
                map.map("kafka").texts());
    }
}
