package io.exitbrain.health.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of the dependencies: {@code REDIS_URL}, {@code RISK_SAFETY_ENABLED} and similar. The prefix is the name of
 * the dependency in capitals, without {@code _SERVICE} at its end.
 */
public final class Environment {

    public static final Environment EMPTY = new Environment(Map.of());

    private static final Map<String, String> OTHER_NAMES = Map.of("EVENTBUS_URL", "KAFKA_BOOTSTRAP_SERVERS");

    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    Optional<String> address(String dependency) {
        return value(variable(dependency, "URL"));
    }

    Optional<String> enabled(String dependency) {
        return value(enabledVariable(dependency));
    }

    Optional<String> reason(String dependency) {
        return value(variable(dependency, "REASON"));
    }

    Optional<String> until(String dependency) {
        return value(variable(dependency, "UNTIL"));
    }

    Optional<String> token(String dependency) {
        return value(tokenVariable(dependency));
    }

    Optional<String> tokenFile(String dependency) {
        return value(variable(dependency, "TOKEN_FILE"));
    }

    static String tokenVariable(String dependency) {
        return variable(dependency, "TOKEN");
    }

    static String enabledVariable(String dependency) {
        return variable(dependency, "ENABLED");
    }

    static String addressVariable(String dependency) {
        String variable = variable(dependency, "URL");
        return OTHER_NAMES.getOrDefault(variable, variable);
    }

    private static String variable(String dependency, String suffix) {
        String prefix = dependency.toUpperCase(Locale.ROOT).replace('-', '_').replaceAll("_SERVICE$", "");
        return prefix + "_" + suffix;
    }

    // a compose file sets a variable to the empty text if it is not set outside
    private Optional<String> value(String variable) {
        String name = OTHER_NAMES.getOrDefault(variable, variable);
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
