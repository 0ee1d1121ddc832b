package io.exitbrain.health.settings;

import io.exitbrain.yaml.Booleans;
import io.exitbrain.yaml.YamlMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads whether a dependency is masked. Only configuration can mask a dependency. */
final class MaskReader {

    private final String name;
    private final YamlMap map;
    private final Overrides overrides;
    private final Environment environment;
    private final List<String> faults;

    MaskReader(String name, YamlMap map, Overrides overrides, List<String> faults) {
        this.name = name;
        this.map = map;
        this.overrides = overrides;
        this.environment = overrides.environment();
        this.faults = faults;
    }

    /** The mask of the dependency; empty if it is not masked. */
    Optional<Mask> read() {
        Optional<Boolean> inFile = map.flag("enabled");
        Optional<Mask> ofFile = ofFile(inFile);
        if (overrides.fileIsNewer() && inFile.isPresent()) {
            return ofFile;
        }
        Optional<Boolean> inEnvironment = inEnvironment();
        if (inEnvironment.isEmpty()) {
            return ofFile;
        }
        return inEnvironment.get() ? Optional.empty() : Optional.of(ofEnvironment());
    }

    private Optional<Mask> ofFile(Optional<Boolean> enabled) {
        Optional<String> reason = map.text("reason");
        Optional<Instant> until = map.text("until").flatMap(text -> time("until", text));
        if (enabled.orElse(true)) {
            return Optional.empty();
        }
        if (!map.has("reason")) {
            map.fault("reason", "is missing: a dependency that is not enabled must say why");
        }
        return Optional.of(new Mask(reason.orElse(""), until));
    }

    private Optional<Boolean> inEnvironment() {
        return environment.enabled(name).flatMap(text -> {
            Optional<Boolean> flag = Booleans.parse(text);
            if (flag.isEmpty()) {
                faults.add("environment: %s: must be true or false, was %s"
                        .formatted(Environment.enabledVariable(name), text));
            }
            return flag;
        });
    }

    private Mask ofEnvironment() {
        String reason = environment
                .reason(name)
                .orElse("switched off by %s=false".formatted(Environment.enabledVariable(name)));
        return new Mask(reason, environment.until(name).flatMap(text -> time("until of the environment", text)));
    }

    private Optional<Instant> time(String key, String text) {
        Optional<Instant> time = Mask.parseTime(text);
        if (time.isEmpty()) {
            map.fault(key, "must be a day such as 2027-01-31 or a time such as 2027-01-31T12:00:00Z, was " + text);
        }
        return time;
    }
}
