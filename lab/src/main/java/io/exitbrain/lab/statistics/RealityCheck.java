package io.exitbrain.lab.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Probabilities that hold for many candidates at once: how often the best of as many candidates without any effect
 * would look this good. Each mean is divided by its standard error, and compared with the largest such number in each
 * sample, whose means are moved to 0. That is White, "A Reality Check for Data Snooping", Econometrica 68 (2000), with
 * the division by the error that Romano, Wolf, "Stepwise Multiple Testing as Formalized Data Snooping", Econometrica 73
 * (2005) recommend. For the second and each further candidate the better ones are left out: Romano, Wolf, "Efficient
 * computation of adjusted p-values for resampling-based stepdown multiple testing", Statistics and Probability Letters
 * 113 (2016).
 *
 * <p>Candidates whose values are not at hand, as those of earlier tries, are added by Bonferroni: each adds the
 * probability that the candidate would have alone. The sum is large enough, however alike or different the tries are.
 */
public final class RealityCheck {

    private final DayBootstrap bootstrap;
    private final int sign;
    private final int missing;

    private RealityCheck(DayBootstrap bootstrap, int sign, int missing) {
        if (missing < 0) {
            throw new IllegalArgumentException("missing candidates must be 0 or more, was " + missing);
        }
        this.bootstrap = bootstrap;
        this.sign = sign;
        this.missing = missing;
    }

    /**
     * The adjusted probability of each series under "its mean is 0 or less", from over 0 to 1; empty for a series
     * with values on fewer than two days.
     *
     * @param missing how many candidates there were beside these
     */
    public static List<Optional<Double>> above(DayBootstrap bootstrap, int missing) {
        return new RealityCheck(bootstrap, 1, missing).adjusted();
    }

    /** The same under "its mean is 0 or more". */
    public static List<Optional<Double>> below(DayBootstrap bootstrap, int missing) {
        return new RealityCheck(bootstrap, -1, missing).adjusted();
    }

    /**
     * From the worst to the best, so that each is compared with itself and the worse ones; then from the best, so that
     * none is below a better one.
     */
    private List<Optional<Double>> adjusted() {
        List<Candidate> worstFirst = candidates();
        double[] highest = new double[bootstrap.resamples()];
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        double[] found = new double[worstFirst.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = probability(worstFirst.get(i), highest);
        }
        for (int i = found.length - 2; i >= 0; i--) {
            found[i] = Math.max(found[i], found[i + 1]);
        }
        return inOrder(worstFirst, found);
    }

    private List<Candidate> candidates() {
        return Arrays.stream(bootstrap.known())
                .mapToObj(index -> new Candidate(index, sign * bootstrap.ratio(index)))
                .sorted(Comparator.comparingDouble(Candidate::statistic))
                .collect(Collectors.toList());
    }

    /** Raises {@code highest} by the samples of the candidate. */
    private double probability(Candidate candidate, double[] highest) {
        int alone = 0;
        int together = 0;
        for (int sample = 0; sample < highest.length; sample++) {
            double drawn = sampled(candidate, sample);
            highest[sample] = Math.max(highest[sample], drawn);
            alone += drawn >= candidate.statistic() ? 1 : 0;
            together += highest[sample] >= candidate.statistic() ? 1 : 0;
        }
        return Math.min(1, share(together) + missing * share(alone));
    }

    private double sampled(Candidate candidate, int sample) {
        double ratio = bootstrap.ratio(candidate.index(), sample);
        return Double.isNaN(ratio) ? Double.NEGATIVE_INFINITY : sign * ratio;
    }

    /**
     * Never 0: the sample at hand counts as one of the samples (Davison, Hinkley, "Bootstrap Methods" (1997), section
     * 4.2).
     */
    private double share(int samples) {
        return (samples + 1.0) / (bootstrap.resamples() + 1.0);
    }

    private List<Optional<Double>> inOrder(List<Candidate> candidates, double[] found) {
        List<Optional<Double>> result = new ArrayList<>(Collections.nCopies(bootstrap.size(), Optional.empty()));
        for (int i = 0; i < found.length; i++) {
            result.set(candidates.get(i).index(), Optional.of(found[i]));
        }
        return List.copyOf(result);
    }

    private record Candidate(int index, double statistic) {}
}
