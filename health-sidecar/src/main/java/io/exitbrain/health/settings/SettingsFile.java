package io.exitbrain.health.settings;

import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings as their file says them now. A change counts once two looks in a row found the same text, so that a file that is
 * being written is left alone; a text that cannot be used changes nothing and is told by {@link #fault()}.
 */
public final class SettingsFile {

    private static final String RESOURCE = "/io/exitbrain/health/sidecar.yaml";
    private static final String BUILT_IN = "built-in settings";

    private final Optional<Path> file;
    private final Overrides overrides;
    private Optional<String> judged;
    private Optional<String> lastSeen;
    private Optional<String> inUse;
    private volatile Settings settings;
    private volatile Optional<String> fault = Optional.empty();

    private SettingsFile(Optional<Path> file, Optional<String> text, Overrides overrides) {
        this.file = file;
        this.overrides = overrides;
        this.judged = text;
        this.lastSeen = text;
        this.inUse = text;
        this.settings = parse(text, overrides);
    }

    /** The built-in settings. */
    public static String builtIn() {
        return TopicNames.resource(RESOURCE);
    }

    /** The settings in {@code file}, which must be there; {@link InvalidFile} names every fault. */
    public static SettingsFile at(Path file, Overrides overrides) {
        Seen seen = Seen.look(file);
        if (seen.text().isEmpty()) {
            throw new InvalidFile(file.toString(), List.of(seen.fault()));
        }
        return new SettingsFile(Optional.of(file), seen.text(), overrides);
    }

    /** The settings in {@code file} or, as long as there is none, the built-in ones. */
    public static SettingsFile atOrBuiltIn(Path file, Overrides overrides) {
        return Files.exists(file)
                ? at(file, overrides)
                : new SettingsFile(Optional.of(file), Optional.empty(), overrides);
    }

    /** Settings that never change. */
    public static SettingsFile fixed(String yaml, Overrides overrides) {
        return new SettingsFile(Optional.empty(), Optional.of(yaml), overrides);
    }

    public Settings settings() {
        return settings;
    }

    /** Why the file as it is now is not in use; empty where it is. */
    public Optional<String> fault() {
        return fault;
    }

    /** Looks at the file; whether {@link #settings()} are others now. */
    public synchronized boolean look() {
        if (file.isEmpty()) {
            return false;
        }
        Seen seen = Seen.look(file.get());
        boolean isSettled = seen.text().equals(lastSeen);
        lastSeen = seen.text();
        if (!isSettled || seen.text().equals(judged)) {
            return false;
        }
        judged = seen.text();
        return judge(seen);
    }

    private boolean judge(Seen seen) {
        if (seen.text().equals(inUse)) {
            fault = Optional.empty();
            return false;
        }
        if (seen.text().isEmpty()) {
            fault = Optional.of(seen.fault());
            return false;
        }
        try {
            settings = parse(seen.text(), overrides.afterTheStart());
            inUse = seen.text();
            fault = Optional.empty();
            return true;
        } catch (InvalidFile unusable) {
            fault = Optional.of(String.join("; ", unusable.faults()));
            return false;
        }
    }

    private Settings parse(Optional<String> text, Overrides others) {
        String source = text.isEmpty() ? BUILT_IN : file.map(Path::toString).orElse("settings");
        return new SettingsReader(source, others).read(text.orElseGet(SettingsFile::builtIn));
    }

    /** What a look at a file gave: its text, or why there is none. */
    private record Seen(Optional<String> text, String fault) {

        static Seen look(Path file) {
            try {
                return new Seen(Optional.of(Files.readString(file)), "");
            } catch (NoSuchFileException gone) {
                return new Seen(Optional.empty(), file + " is not there");
            } catch (IOException unreadable) {
                return new Seen(
                        Optional.empty(), "%s cannot be read: %s".formatted(file, Objects.toString(unreadable)));
            }
        }
    }
}
