package io.exitbrain.demo;

import java.util.Optional;

/** Where the log goes when it does not go to the terminal: the launcher keeps it off a demo's screen. */
final class LogFile {

    private static final String PROPERTY = "org.slf4j.simpleLogger.logFile";

    private LogFile() {}

    static Optional<String> path() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).filter(target -> !target.startsWith("System."));
    }
}
