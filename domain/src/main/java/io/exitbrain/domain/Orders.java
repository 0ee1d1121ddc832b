package io.exitbrain.domain;

import java.util.Optional;

/**
 * What the executor was told about a plan.
 *
 * @param version version of the newest command, 0 = none yet
 */
public record Orders(int version, Optional<SentStop> stop, Optional<SentExit> exit, Confirmation confirmation) {

    public static final Orders NONE = new Orders(0, Optional.empty(), Optional.empty(), Confirmation.NONE);

    /** After {@code stop}, the newest command, was sent. */
    Orders plus(SentStop stop) {
        return new Orders(stop.version(), Optional.of(stop), exit, confirmation.sentAgain());
    }

    /** After {@code exit} was sent, or sent again. */
    Orders plus(SentExit exit) {
        return new Orders(exit.version(), stop, Optional.of(exit), confirmation);
    }

    Orders with(Confirmation confirmation) {
        return new Orders(version, stop, exit, confirmation);
    }
}
