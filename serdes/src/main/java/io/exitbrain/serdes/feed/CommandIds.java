package io.exitbrain.serdes.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/** The ids of our commands among the client ids of orders. */
public final class CommandIds {

    /** The id of a plan, 16 characters of Crockford's base 32, and a version. */
    private static final Pattern COMMAND = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}-[1-9][0-9]{0,9}");

    private CommandIds() {}

    /** The first of the fields {@code names} that has the id of a command of ours. */
    public static Optional<String> in(Payload payload, String... names) {
        for (String name : names) {
            if (payload.text(name).filter(CommandIds::isOurs).isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    static boolean isOurs(String clientId) {
        return COMMAND.matcher(clientId).matches();
    }
}
