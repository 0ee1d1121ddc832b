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
 * The settings in their file. A change counts once two checks in a row read the same text, so that a half-written file is ignored. A
 * text that cannot be used changes nothing; {@link #fault()} lists its faults.
 */
public final class SettingsFile {

    private static final String RESOURCE = "/io/exitbrain/health/sidecar.yaml";
    private static final String BUILT_IN = "built-in settings";

    private final Optional<Path> file;
    private final Overrides overrides;
    private Optional<String> checked;
    private Optional<String> lastText;
    private Optional<String> inUse;
    private volatile Settings settings;
    private volatile Optional<String> fault = Optional.empty();

    private SettingsFile(Optional<Path> file, Optional<String> text, Overrides overrides) {
        this.file = file;
        this.overrides = overrides;
        this.checked = text;
        this.lastText = text;
        this.inUse = text;
        this.settings = parse(text, overrides);
    }

    /** The built-in settings. */
    public static String builtIn() {
        return TopicNames.resource(RESOURCE);
    }

    /** The settings in {@code file}, which must exist. {@link InvalidFile} lists every fault. */
    public static SettingsFile at(Path file, Overrides overrides) {
        Content content = Content.of(file);
        if (content.text().isEmpty()) {
            throw new InvalidFile(file.toString(), List.of(content.fault()));
        }
        return new SettingsFile(Optional.of(file), content.text(), overrides);
    }

    /** The settings in {@code file}; the built-in settings while the file does not exist. */
    public static SettingsFile atOrBuiltIn(Path file, Overrides overrides) {
        return Files.exists(file)
                ? at(file, overrides)
                : new SettingsFile(Optional.of(file), Optional.empty(), overrides);
    }

    /** Settings without a file; they never change. */
    public static SettingsFile fixed(String yaml, Overrides overrides) {
        return new SettingsFile(Optional.empty(), Optional.of(yaml), overrides);
    }

    public Settings settings() {
        return settings;
    }

    /** Why the current content of the file is not in use; empty if it is in use. */
    public Optional<String> fault() {
        return fault;
    }

    /** Checks the file; returns whether {@link #settings()} changed. */
    public synchronized boolean reload() {
        if (file.isEmpty()) {
            return false;
        }
        Content content = Content.of(file.get());
        boolean isSettled = content.text().equals(lastText);
        lastText = content.text();
        if (!isSettled || content.text().equals(checked)) {
            return false;
        }
        checked = content.text();
        return use(content);
    }

    private boolean use(Content content) {
        if (content.text().equals(inUse)) {
            fault = Optional.empty();
            return false;
        }
        if (content.text().isEmpty()) {
            fault = Optional.of(content.fault());
            return false;
        }
        try {
            settings = parse(content.text(), overrides.afterTheStart());
            inUse = content.text();
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

    /** The content of a file at one check: its text, or why there is none. */
    private record Content(Optional<String> text, String fault) {

        static Content of(Path file) {
            try {
                return new Content(Optional.of(Files.readString(file)), "");
            } catch (NoSuchFileException gone) {
                return new Content(Optional.empty(), file + " is not there");
            } catch (IOException unreadable) {
                return new Content(
                        Optional.empty(), "%s cannot be read: %s".formatted(file, Objects.toString(unreadable)));
            }
        }
    }
}
