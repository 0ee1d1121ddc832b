package io.exitbrain.lab.guard;

import io.exitbrain.lab.guard.Verdict.Word;
import io.exitbrain.lab.guard.VerdictRules.Circumstances;
import io.exitbrain.lab.statistics.RealityCheck;
import io.exitbrain.lab.trade.PolicyTrades;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One judgement. */
final class Judging {

    private final GuardSettings settings;
    private final PolicyTrades baseline;
    private final List<PolicyTrades> others;
    private final HoldoutSplit split;
    private final History history;
    private final InSample candidates;
    private final InSample references;
    private final Optional<String> chosen;

    Judging(
            GuardSettings settings,
            PolicyTrades baseline,
            List<PolicyTrades> others,
            HoldoutSplit split,
            History history) {
        this.settings = settings;
        this.baseline = baseline;
        this.others = others;
        this.split = split;
        this.history = history;
        this.candidates = inSample(false);
        this.references = inSample(true);
        this.chosen = candidates.best().map(candidates::name);
    }

    private InSample inSample(boolean isReference) {
        List<PolicyTrades> policies = others.stream()
                .filter(other -> other.isReference() == isReference)
                .map(split::inSample)
                .toList();
        return InSample.of(split.inSample(baseline), policies, settings.resampling());
    }

    Judgement judgement() {
        Map<String, Comparison> comparisons = comparisons();
        OutOfSample outOfSample = new OutOfSample(candidates, split.inSample(baseline), settings);
        return new Judgement(
                baseline.policy(),
                split,
                circumstances().tries(),
                others.stream().map(other -> comparisons.get(other.policy())).toList(),
                chosen,
                verdict(comparisons),
                outOfSample.overfitting(),
                outOfSample.overfittingNote(),
                outOfSample.walkForward());
    }

    private Verdict verdict(Map<String, Comparison> comparisons) {
        return chosen.map(comparisons::get)
                .flatMap(Comparison::verdict)
                .orElseGet(() -> new Verdict(
                        Word.TOO_LITTLE_DATA,
                        List.of("No in-sample trade was closed under the baseline and a policy.")));
    }

    private Map<String, Comparison> comparisons() {
        Map<String, Comparison> comparisons = new HashMap<>();
        List<Evidence> evidence = evidence();
        for (int i = 0; i < evidence.size(); i++) {
            comparisons.put(
                    candidates.name(i),
                    candidate(candidates.name(i), candidates.paired().get(i), evidence.get(i)));
        }
        for (int i = 0; i < references.policies().size(); i++) {
            comparisons.put(references.name(i), reference(i));
        }
        return comparisons;
    }

    private List<Evidence> evidence() {
        List<Optional<Double>> better = RealityCheck.above(candidates.bootstrap(), history.otherConfigurations());
        List<Optional<Double>> worse = RealityCheck.below(candidates.bootstrap(), history.otherConfigurations());
        return IntStream.range(0, better.size())
                .mapToObj(
                        i -> new Evidence(candidates.bootstrap().estimate(i), better.get(i), worse.get(i), holdout(i)))
                .toList();
    }

    private boolean isChosen(String policy) {
        return chosen.filter(policy::equals).isPresent();
    }

    /** A look is not wasted on a policy that has too few trades for a verdict. */
    private Optional<HoldoutScore> holdout(int candidate) {
        String policy = candidates.name(candidate);
        boolean isLookedAt = split.holdoutDays() > 0
                && isChosen(policy)
                && VerdictRules.hasEnough(candidates.paired().get(candidate));
        return others.stream()
                .filter(other -> isLookedAt && other.policy().equals(policy))
                .findFirst()
                .map(other -> HoldoutScore.of(Pairing.of(split.holdout(baseline), split.holdout(other))));
    }

    private Comparison candidate(String policy, Paired paired, Evidence evidence) {
        boolean isChosen = isChosen(policy);
        Verdict verdict = new VerdictRules(paired, evidence, isChosen, circumstances()).verdict();
        return new Comparison(policy, false, isChosen, paired, evidence, Optional.of(verdict));
    }

    private Comparison reference(int index) {
        Evidence evidence = new Evidence(
                references.bootstrap().estimate(index), Optional.empty(), Optional.empty(), Optional.empty());
        return new Comparison(
                references.name(index), true, false, references.paired().get(index), evidence, Optional.empty());
    }

    private Circumstances circumstances() {
        int others = history.otherConfigurations();
        return new Circumstances(
                candidates.policies().size() + others,
                (others + 1.0) / (settings.resampling().resamples() + 1.0),
                history.holdoutLooks());
    }
}
