package io.exitbrain.domain;

import java.util.Optional;

/**
 * What the executor was told about a plan.
 *
 * @param version version of the newest command, 0 = none yet
 */
public record Orders(int version, Optional<SentStop> stop, Optional<SentExit> exit, Confirmation confirmation) {

    public static final Orders NONE = new Orders(0, Optional.empty(), Optional.empty(), Confirmation.NONE);
}
