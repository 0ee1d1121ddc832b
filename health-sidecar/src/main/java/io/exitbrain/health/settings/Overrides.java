package io.exitbrain.health.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings that take precedence over the file.
 *
 * @param topics topics file of the command line
 * @param service name of the command line
 * @param fileIsNewer whether the file was saved after the start. Then its own {@code enabled} takes precedence over the environment's, so
 *     that a masked dependency can be enabled without a restart.
 */
public record Overrides(Environment environment, Optional<Path> topics, Optional<String> service, boolean fileIsNewer) {

    public static final Overrides NONE = new Overrides(Environment.EMPTY, Optional.empty(), Optional.empty(), false);

    Overrides afterTheStart() {
        return new Overrides(environment, topics, service, true);
    }
}
