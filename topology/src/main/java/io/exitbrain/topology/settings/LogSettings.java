package io.exitbrain.topology.settings;

import io.exitbrain.logging.LogFormat;
import java.util.List;
import java.util.Optional;

/**
 * The log of the process.
 *
 * @param level the level of the engine's own lines; empty = as the launcher set it
 * @param given a line for each setting that is not a default, with its source and without secrets
 */
public record LogSettings(LogFormat format, Optional<String> level, List<String> given) {

    public LogSettings {
        given = List.copyOf(given);
    }
}
