package io.exitbrain.lab.report;

import io.exitbrain.lab.guard.Comparison;
import io.exitbrain.lab.guard.Evidence;
import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.guard.Verdict.Word;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.statistics.Estimate;
import java.util.Optional;

/** The verdict of a result in a sentence. */
final class Headline {

    private static final int DECIMALS = 3;
    private static final int DECIMALS_OF_P = 4;

    private Headline() {}

    static String of(LabResult result) {
        Judgement judgement = result.judgement();
        String baseline = judgement.baseline();
        if (judgement.comparisons().stream().allMatch(Comparison::isReference)) {
            return Format.sentence("Only %s was run: there is no other policy to compare it with.", baseline);
        }
        return judgement
                .chosen()
                .map(chosen -> of(judgement.verdict().word(), chosen, baseline))
                .orElse("Too little data: no in-sample trade was closed under %s and another policy."
                        .replace("%s", baseline));
    }

    private static String of(Word word, String chosen, String baseline) {
        return switch (word) {
            case BETTER -> Format.sentence("%s is better than %s.", chosen, baseline);
            case WORSE -> Format.sentence("%s is worse than %s.", chosen, baseline);
            case NOT_DISTINGUISHABLE -> Format.sentence("%s is not distinguishable from %s.", chosen, baseline);
            case TOO_LITTLE_DATA -> Format.sentence("Too little data to compare %s with %s.", chosen, baseline);
        };
    }

    /** The mean difference with its interval; a dash if it is not known. */
    static String difference(Comparison comparison) {
        return comparison
                .evidence()
                .difference()
                .map(Headline::interval)
                .or(() -> comparison
                        .paired()
                        .mean()
                        .map(mean -> Format.signed(mean, DECIMALS) + " [" + Format.UNKNOWN + "]"))
                .orElse(Format.UNKNOWN);
    }

    static String interval(Estimate estimate) {
        return Format.sentence(
                "%s [%s, %s]",
                Format.signed(estimate.mean(), DECIMALS),
                Format.signed(estimate.low(), DECIMALS),
                Format.signed(estimate.high(), DECIMALS));
    }

    /** The adjusted p of the side on which the policy lies. */
    static String probability(Comparison comparison) {
        Evidence evidence = comparison.evidence();
        boolean isWorse = comparison.paired().mean().filter(mean -> mean < 0).isPresent();
        Optional<Double> probability = isWorse ? evidence.pWorse() : evidence.pBetter();
        return Format.orUnknown(probability, p -> (isWorse ? "worse " : "better ") + Format.fixed(p, DECIMALS_OF_P));
    }

    /** The word of a policy. A reference has none. */
    static String word(Comparison comparison) {
        return Format.orUnknown(comparison.verdict(), verdict -> verdict.word().text());
    }
}
