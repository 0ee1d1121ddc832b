package io.exitbrain.lab.guard;

/**
 * What was looked at before on the same input.
 *
 * @param otherConfigurations how many distinct configurations were tried before that are not tried now
 * @param holdoutLooks how often the holdout was looked at before
 */
public record History(int otherConfigurations, int holdoutLooks) {

    /** The input is new. */
    public static final History NONE = new History(0, 0);

    public History {
        if (otherConfigurations < 0 || holdoutLooks < 0) {
            throw new IllegalArgumentException("configurations and looks must be 0 or more, were %d and %d"
                    .formatted(otherConfigurations, holdoutLooks));
        }
    }
}
