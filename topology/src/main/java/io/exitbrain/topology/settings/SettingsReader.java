package io.exitbrain.topology.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.logging.LogFormat;
import io.exitbrain.logging.Logs;
import io.exitbrain.topology.context.StoreKind;
import io.exitbrain.yaml.FileFault;
import io.exitbrain.yaml.InvalidFile;
import io.exitbrain.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the settings. The command line overrides the environment, the environment the file, and the file the defaults. An unknown key,
 * or a key given twice in one source, is a fault. All faults are listed at once.
 */
public final class SettingsReader {

    /** Variables that only the launcher uses. */
    private static final Set<String> LAUNCHER = Set.of("EXIT_BRAIN_JVM_OPTS", "EXIT_BRAIN_HOME");

    /** The Kafka settings that the engine sets itself, each with the setting to use instead. */
    private static final Map<String, String> OWNED = Map.of(
            "kafka.application.id", "application.id",
            "kafka.state.dir", "state.dir",
            "kafka.num.stream.threads", "threads",
            "kafka.application.server", "http.advertised",
            "kafka.processing.exception.handler", "nothing: bad records never stop the engine");

    private static final int MAX_THREADS = 64;

    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    /** A line for each value, by key. */
    private final Map<String, String> given = new TreeMap<>();

    private SettingsReader() {}

    /**
     * The settings from {@code file}, the environment {@code variables} and {@code arguments} of the form {@code key=value}; throws
     * {@link InvalidFile} with every fault.
     */
    public static Settings read(Optional<Path> file, Map<String, String> variables, List<String> arguments) {
        SettingsReader reader = new SettingsReader();
        file.ifPresent(reader::file);
        reader.environment(variables);
        reader.commandLine(arguments);
        Settings settings = reader.settings();
        if (!reader.faults.isEmpty()) {
            throw new InvalidFile("settings", reader.faults);
        }
        return settings;
    }

    private void file(Path file) {
        try {
            Map<String, String> flat = new TreeMap<>();
            flatten("", YamlFile.parse(file.toString(), Files.readString(file)), flat, file.toString());
            flat.forEach((key, value) -> put(file + ": ", key, value));
        } catch (IOException unreadable) {
            faults.add(FileFault.of(file, unreadable));
        }
    }

    // A nested map and a dotted key are the same key: a setting in both forms is given twice.
    private void flatten(String prefix, JsonNode node, Map<String, String> flat, String source) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(),
                            entry.getValue(),
                            flat,
                            source));
        } else if (node.isValueNode() && !prefix.isEmpty()) {
            if (flat.put(prefix, node.asText()) != null) {
                faults.add(source + ": " + prefix + " is given twice");
            }
        } else if (!node.isMissingNode()) {
            faults.add(source + ": " + (prefix.isEmpty() ? "the file" : prefix) + " must be a map or a value, was "
                    + (node.isArray() ? "a list" : "a value"));
        }
    }

    private void environment(Map<String, String> variables) {
        Set<String> seen = new HashSet<>();
        new TreeMap<>(variables).forEach((name, value) -> {
            if (name.startsWith("EXIT_BRAIN_") && !LAUNCHER.contains(name)) {
                Optional<String> key = Setting.keyOf(name);
                if (key.isEmpty()) {
                    faults.add("environment: " + name + " is not known");
                } else if (!seen.add(key.get())) {
                    faults.add("environment: " + key.get() + " is given twice");
                } else {
                    put("environment: ", key.get(), value);
                }
            }
        });
    }

    private void commandLine(List<String> arguments) {
        Set<String> seen = new HashSet<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                // A secret can stand here, too.
                faults.add("command line: must be key=value, was %s"
                        .formatted(
                                Setting.isKnown(argument)
                                        ? argument
                                        : "a text of " + argument.length() + " characters"));
            } else if (!seen.add(argument.substring(0, equals))) {
                faults.add("command line: " + argument.substring(0, equals) + " is given twice");
            } else if (Mask.isSecret(argument.substring(0, equals))) {
                faults.add(onCommandLine(argument.substring(0, equals)));
            } else {
                put("command line: ", argument.substring(0, equals), argument.substring(equals + 1));
            }
        }
    }

    private static String onCommandLine(String key) {
        return "command line: %s is a secret, and the list of processes shows the command line: use the environment (%s) or the file"
                .formatted(key, Setting.variableOf(key));
    }

    private void put(String source, String key, String value) {
        if (OWNED.containsKey(key)) {
            faults.add(source + key + " is set by the engine; instead use " + OWNED.get(key));
        } else if (Setting.isKnown(key)) {
            values.put(key, value);
            given.put(
                    key,
                    "%s=%s (%s)"
                            .formatted(
                                    key, Mask.shown(key, value), source.strip().replaceAll(":$", "")));
        } else {
            faults.add(source + key + " is not known; known are " + Setting.keys() + " and kafka.*");
        }
    }

    private Settings settings() {
        SettingValues read = new SettingValues(values, faults);
        return new Settings(
                read.text(Setting.APPLICATION_ID),
                read.text(Setting.POLICY).map(Path::of),
                read.text(Setting.TOPICS).map(Path::of),
                read.flag(Setting.TOPICS_CREATE),
                read.constant(Setting.STORE, StoreKind.class),
                LaneChoice.of(read),
                Path.of(read.valueOf(Setting.STATE_DIR)),
                (int) read.number(Setting.THREADS, 1, MAX_THREADS),
                read.flag(Setting.TAKE_OVER),
                read.flag(Setting.END_HANGING_TRANSACTIONS),
                HttpSettings.of(read),
                new HealthLimits(
                        (int) read.number(Setting.DEAD_LETTERS, 0, Integer.MAX_VALUE),
                        read.number(Setting.LAG, 0, Long.MAX_VALUE),
                        read.duration(Setting.INPUT_AGE)),
                read.kafka(),
                new LogSettings(
                        read.constant(Setting.LOG_FORMAT, LogFormat.class),
                        read.oneOf(Setting.LOG_LEVEL, Logs.LEVELS),
                        List.copyOf(given.values())));
    }
}
