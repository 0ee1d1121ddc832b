package io.exitbrain.health.settings;

import io.exitbrain.yaml.InvalidFile;
import io.exitbrain.yaml.YamlFile;
import io.exitbrain.yaml.YamlMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the settings and lists every fault at once. The environment takes precedence over the file. */
final class SettingsReader {

    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
    private static final Duration MIN_INTERVAL = Duration.ofMillis(100);
    private static final Duration MAX_INTERVAL = Duration.ofHours(1);
    private static final int MAX_DAMPING = 100;
    private static final Pattern LEGAL_NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final Set<String> KEYS =
            Set.of("service", "interval", "always-200", "damping", "topics", "dependencies");

    private final String source;
    private final Overrides overrides;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(String source, Overrides overrides) {
        this.source = source;
        this.overrides = overrides;
    }

    Settings read(String yaml) {
        YamlMap file = YamlMap.root(YamlFile.parse(source, yaml), faults).allowingOnly(KEYS);
        Duration interval =
                file.duration("interval", MIN_INTERVAL, MAX_INTERVAL).orElse(DEFAULT_INTERVAL);
        String service = file.text("service").orElse("ai-engine-service");
        boolean always200 = file.flag("always-200").orElse(false);
        Damping damping = damping(file.map("damping"));
        List<Dependency> dependencies = dependencies(file, interval);
        if (!faults.isEmpty()) {
            throw new InvalidFile(source, faults);
        }
        return new Settings(overrides.service().orElse(service), interval, always200, damping, dependencies);
    }

    private Damping damping(YamlMap map) {
        map.allowingOnly(Set.of("failures", "of"));
        int of = map.wholeNumber("of", 1, MAX_DAMPING).orElse(1);
        return new Damping(map.wholeNumber("failures", 1, of).orElse(of), of);
    }

    private List<Dependency> dependencies(YamlMap file, Duration interval) {
        YamlMap all = file.map("dependencies");
        if (all.keys().isEmpty()) {
            all.fault("dependencies", "must name at least one");
        }
        List<String> topics = topics(file);
        List<Dependency> dependencies = new ArrayList<>();
        for (String name : all.keys()) {
            requireLegal(name, all);
            new DependencyReader(name, all.map(name), overrides, interval, topics, faults)
                    .read()
                    .ifPresent(dependencies::add);
        }
        return dependencies;
    }

    private static void requireLegal(String name, YamlMap all) {
        if (!LEGAL_NAME.matcher(name).matches()) {
            all.fault(name, "is not a name: 1 to 60 of a-z A-Z 0-9 _ - are allowed");
        }
    }

    private List<String> topics(YamlMap file) {
        Optional<Path> path = overrides.topics().or(() -> file.text("topics").map(Path::of));
        try {
            return TopicNames.of(path);
        } catch (InvalidFile unusable) {
            String name = path.map(Path::toString).orElse("topics.yaml");
            unusable.faults().forEach(fault -> faults.add(name + ": " + fault));
            return List.of();
        }
    }
}
