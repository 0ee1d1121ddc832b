package io.exitbrain.lab.guard;

import io.exitbrain.lab.guard.Verdict.Word;
import io.exitbrain.lab.statistics.Estimate;
import java.util.Locale;
import java.util.Optional;

/**
 * When a policy is better or worse than the baseline. Better needs enough trades, an interval above 0, an adjusted
 * probability below 0.05, a holdout above 0 and a difference above 0 at doubled costs. Worse needs the mirror of it.
 * Anything else is not distinguishable. A policy that is not the chosen one has no holdout: it can be worse without it,
 * and is never better.
 */
final class VerdictRules {

    static final int MIN_PAIRS = 100;
    static final int MIN_DAYS = 20;
    private static final double MAX_PROBABILITY = 0.05;

    private final Paired paired;
    private final Evidence evidence;
    private final boolean isChosen;
    private final Circumstances circumstances;
    private final Reasons reasons = new Reasons();

    VerdictRules(Paired paired, Evidence evidence, boolean isChosen, Circumstances circumstances) {
        this.paired = paired;
        this.evidence = evidence;
        this.isChosen = isChosen;
        this.circumstances = circumstances;
    }

    static boolean hasEnough(Paired paired) {
        return paired.pairs() >= MIN_PAIRS && paired.days() >= MIN_DAYS;
    }

    Verdict verdict() {
        explainData();
        Optional<Estimate> difference = evidence.difference();
        if (!hasEnough(paired) || difference.isEmpty()) {
            return new Verdict(Word.TOO_LITTLE_DATA, reasons.sentences());
        }
        explain(difference.get());
        return new Verdict(word(difference.get()), reasons.sentences());
    }

    private Word word(Estimate difference) {
        if (isChosen && isProved(1, difference.isAboveZero(), evidence.pBetter())) {
            return Word.BETTER;
        }
        return isProved(-1, difference.isBelowZero(), evidence.pWorse()) ? Word.WORSE : Word.NOT_DISTINGUISHABLE;
    }

    private boolean isProved(int sign, boolean isIntervalOnThatSide, Optional<Double> probability) {
        return isIntervalOnThatSide
                && probability.filter(value -> value < MAX_PROBABILITY).isPresent()
                && paired.atDoubledCosts().filter(mean -> sign * mean > 0).isPresent()
                && (!isChosen || isHoldout(sign));
    }

    private boolean isHoldout(int sign) {
        return evidence.holdout()
                .flatMap(HoldoutScore::mean)
                .filter(mean -> sign * mean > 0)
                .isPresent();
    }

    private void explainData() {
        reasons.add(
                "%,d trades on %,d days were closed under both policies; at least %d trades on %d days are needed.",
                paired.pairs(), paired.days(), MIN_PAIRS, MIN_DAYS);
        if (paired.censored() > 0) {
            reasons.add(
                    "%,d trades are left out because they are still open under one policy or both.", paired.censored());
        }
        if (paired.unpaired() > 0) {
            reasons.add("%,d trades are left out because only one of the policies has them.", paired.unpaired());
        }
    }

    private void explain(Estimate difference) {
        reasons.add(
                "The mean difference to the baseline is %+.3f R a trade; the 95 %% interval is %+.3f to %+.3f R and %s 0.",
                difference.mean(),
                difference.low(),
                difference.high(),
                isApart(difference) ? "does not hold" : "holds");
        explainNeighbours();
        explainProbability(difference.mean() < 0);
        explainCosts();
        explainHoldout(difference.mean());
    }

    private static boolean isApart(Estimate difference) {
        return difference.isAboveZero() || difference.isBelowZero();
    }

    /** Twice the standard error of the correlation of independent days. */
    private void explainNeighbours() {
        paired.neighbours()
                .filter(correlation -> correlation > 2 / Math.sqrt(paired.days()))
                .ifPresent(correlation -> reasons.add(
                        "Neighbouring days are alike (correlation %.2f): interval and probability are surer than they should be.",
                        correlation));
    }

    private void explainProbability(boolean isWorse) {
        (isWorse ? evidence.pWorse() : evidence.pBetter())
                .ifPresent(probability -> reasons.add(
                        "If no policy had an effect, %s would look this %s with probability %.4f; it must be below %.2f.",
                        circumstances.tries() == 1 ? "one try" : tries(isWorse ? "worst" : "best"),
                        isWorse ? "bad" : "good",
                        probability,
                        MAX_PROBABILITY));
        if (circumstances.lowestProbability() >= MAX_PROBABILITY) {
            reasons.add(
                    "With so many earlier tries no probability below %.4f can be found; more resamples can find it.",
                    circumstances.lowestProbability());
        }
    }

    private String tries(String which) {
        return String.format(Locale.ROOT, "the %s of %,d tries", which, circumstances.tries());
    }

    private void explainCosts() {
        paired.atDoubledCosts()
                .ifPresent(mean -> reasons.add("With doubled costs the mean difference is %+.3f R.", mean));
    }

    private void explainHoldout(double difference) {
        if (!isChosen) {
            reasons.add("Its holdout stays locked, because another policy has the highest mean difference.");
        } else if (evidence.holdout().isEmpty()) {
            reasons.add("There is no holdout to confirm it.");
        } else {
            explain(evidence.holdout().get(), difference);
        }
    }

    private void explain(HoldoutScore holdout, double difference) {
        holdout.mean()
                .ifPresentOrElse(
                        mean -> reasons.add(
                                "In the holdout the mean difference of %,d trades is %+.3f R: %s sign.",
                                holdout.pairs(), mean, mean * difference > 0 ? "the same" : "not the same"),
                        () -> reasons.add("No trade of the holdout was closed under both policies."));
        if (circumstances.holdoutLooks() > 0) {
            reasons.add(
                    "The holdout was looked at %,d times before: it confirms less each time.",
                    circumstances.holdoutLooks());
        }
    }

    /**
     * What holds for all policies of a judgement.
     *
     * @param tries configurations now and before
     * @param lowestProbability the lowest adjusted probability that can be found
     * @param holdoutLooks looks before this one
     */
    record Circumstances(int tries, double lowestProbability, int holdoutLooks) {}
}
