package io.exitbrain.lab.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long something lasts, if the end of some is not known. Those count as lasting until they were last seen. Source:
 * Kaplan, Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the American Statistical
 * Association 53 (1958).
 *
 * @param steps where the curve falls, in ascending order of time
 */
public record KaplanMeier(List<Step> steps) {

    /** Products of fractions are not exact: 1/2 may come out a little higher. */
    private static final double ROUNDING = 1e-12;

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    public static KaplanMeier of(List<Span> spans) {
        Span[] sorted =
                spans.stream().sorted(Comparator.comparingLong(Span::length)).toArray(Span[]::new);
        List<Step> steps = new ArrayList<>();
        double lasting = 1;
        for (int from = 0; from < sorted.length; ) {
            int to = endOfEqual(sorted, from);
            long ended = Arrays.stream(sorted, from, to).filter(Span::isEnded).count();
            int atRisk = sorted.length - from;
            if (ended > 0) {
                lasting *= 1 - (double) ended / atRisk;
                steps.add(new Step(sorted[from].length(), lasting, atRisk));
            }
            from = to;
        }
        return new KaplanMeier(steps);
    }

    private static int endOfEqual(Span[] sorted, int from) {
        int to = from;
        while (to < sorted.length && sorted[to].length() == sorted[from].length()) {
            to++;
        }
        return to;
    }

    /**
     * The shortest time by which at least a share has ended, in the unit of the spans; empty if fewer were seen to end.
     *
     * @param share over 0, at most 1
     */
    public Optional<Long> endedBy(double share) {
        return steps.stream()
                .filter(step -> step.lasting() <= 1 - share + ROUNDING)
                .map(Step::length)
                .findFirst();
    }

    /**
     * How long one lasted.
     *
     * @param length until its end, or until it was last seen; any unit of time
     * @param isEnded whether the end was seen
     */
    public record Span(long length, boolean isEnded) {

        public Span {
            if (length < 0) {
                throw new IllegalArgumentException("length must be 0 or more, was " + length);
            }
        }
    }

    /**
     * A step of the curve.
     *
     * @param lasting the share that lasts longer than {@code length}
     * @param atRisk how many were seen to last at least so long
     */
    public record Step(long length, double lasting, int atRisk) {}
}
