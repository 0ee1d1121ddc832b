package io.exitbrain.lab.guard;

/**
 * What a policy made of a trade that the baseline did not.
 *
 * @param number of the opening
 * @param baseline net result of the baseline, R
 * @param policy net result of the policy, R of the baseline
 */
public record Difference(int number, double baseline, double policy) {

    /** What the policy earned more, R. */
    public double value() {
        return policy - baseline;
    }
}
