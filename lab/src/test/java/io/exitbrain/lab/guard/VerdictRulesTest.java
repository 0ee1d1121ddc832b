package io.exitbrain.lab.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.lab.guard.Verdict.Word;
import io.exitbrain.lab.guard.VerdictRules.Circumstances;
import io.exitbrain.lab.statistics.Estimate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRulesTest {

    private static final Circumstances CIRCUMSTANCES = new Circumstances(1, 0.0002, 0);

    private static Paired paired(int pairs, int days) {
        return paired(pairs, days, 0.1);
    }

    private static Paired paired(int pairs, int days, double atDoubledCosts) {
        return new Paired(
                pairs,
                0,
                0,
                days,
                Optional.of(0.1),
                pairs,
                0,
                0,
                Optional.of(0.2),
                Optional.of(0.3),
                Optional.of(atDoubledCosts),
                Optional.of(0.2),
                Optional.of(0.2),
                List.of());
    }

    private static Evidence evidence(double low, double high, double p, double holdout) {
        double mean = (low + high) / 2;
        return new Evidence(
                Optional.of(new Estimate(mean, low, high, 0.1)),
                Optional.of(mean > 0 ? p : 1),
                Optional.of(mean < 0 ? p : 1),
                Optional.of(new HoldoutScore(40, 0, Optional.of(holdout))));
    }

    private static Verdict chosen(Paired paired, Evidence evidence) {
        return new VerdictRules(paired, evidence, true, CIRCUMSTANCES).verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 20, BETTER",
        "99, 20, TOO_LITTLE_DATA",
        "100, 19, TOO_LITTLE_DATA",
    })
    void shouldNeedEnoughTradesAndDays(int pairs, int days, Word word) {
        assertThat(chosen(paired(pairs, days), evidence(0.1, 0.3, 0.01, 0.1)).word())
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.3, 0.0499, 0.1, 0.1, BETTER",
        "0, 0.3, 0.0499, 0.1, 0.1, NOT_DISTINGUISHABLE",
        "0.1, 0.3, 0.05, 0.1, 0.1, NOT_DISTINGUISHABLE",
        "0.1, 0.3, 0.0499, 0, 0.1, NOT_DISTINGUISHABLE",
        "0.1, 0.3, 0.0499, 0.1, 0, NOT_DISTINGUISHABLE",
        "0.1, 0.3, 0.0499, 0.1, -0.1, NOT_DISTINGUISHABLE",
        "-0.3, -0.1, 0.0499, -0.1, -0.1, WORSE",
        "-0.3, 0, 0.0499, -0.1, -0.1, NOT_DISTINGUISHABLE",
        "-0.3, -0.1, 0.05, -0.1, -0.1, NOT_DISTINGUISHABLE",
        "-0.3, -0.1, 0.0499, 0, -0.1, NOT_DISTINGUISHABLE",
        "-0.3, -0.1, 0.0499, -0.1, 0, NOT_DISTINGUISHABLE",
    })
    void shouldNeedEachProof(double low, double high, double p, double doubled, double holdout, Word word) {
        assertThat(chosen(paired(100, 20, doubled), evidence(low, high, p, holdout))
                        .word())
                .isEqualTo(word);
    }

    @Test
    void shouldNeverCallAPolicyBetterThatWasNotChosen() {
        Evidence noHoldout = new Evidence(
                Optional.of(new Estimate(0.2, 0.1, 0.3, 0.05)), Optional.of(0.001), Optional.of(1.0), Optional.empty());

        Verdict verdict = new VerdictRules(paired(100, 20), noHoldout, false, CIRCUMSTANCES).verdict();

        assertThat(verdict.word()).isEqualTo(Word.NOT_DISTINGUISHABLE);
        assertThat(verdict.reasons())
                .contains("Its holdout stays locked, because another policy has the highest mean difference.");
    }

    @Test
    void shouldCallAPolicyWorseWithoutItsHoldoutIfItWasNotChosen() {
        Evidence noHoldout = new Evidence(
                Optional.of(new Estimate(-0.2, -0.3, -0.1, 0.05)),
                Optional.of(1.0),
                Optional.of(0.001),
                Optional.empty());

        assertThat(new VerdictRules(paired(100, 20, -0.1), noHoldout, false, CIRCUMSTANCES)
                        .verdict()
                        .word())
                .isEqualTo(Word.WORSE);
        assertThat(chosen(paired(100, 20, -0.1), noHoldout).word()).isEqualTo(Word.NOT_DISTINGUISHABLE);
    }

    @Test
    void shouldSayWhatItLookedAt() {
        assertThat(chosen(paired(1_234, 60, 0.05), evidence(0.1, 0.3, 0.0123, -0.2))
                        .reasons())
                .containsExactly(
                        "1,234 trades on 60 days were closed under both policies; at least 100 trades on 20 days are needed.",
                        "The mean difference to the baseline is +0.200 R a trade; the 95 % interval is +0.100 to +0.300 R and does not hold 0.",
                        "If no policy had an effect, one try would look this good with probability 0.0123; it must be below 0.05.",
                        "With doubled costs the mean difference is +0.050 R.",
                        "In the holdout the mean difference of 40 trades is -0.200 R: not the same sign.");
    }

    @Test
    void shouldSayIfEarlierLooksMakeAProofWeakerOrImpossible() {
        Circumstances used = new Circumstances(300, 0.06, 2);

        Verdict verdict = new VerdictRules(paired(100, 20), evidence(0.1, 0.3, 0.06, 0.1), true, used).verdict();

        assertThat(verdict.reasons())
                .contains(
                        "If no policy had an effect, the best of 300 tries would look this good with probability 0.0600; it must be below 0.05.",
                        "With so many earlier tries no probability below 0.0600 can be found; more resamples can find it.",
                        "The holdout was looked at 2 times before: it confirms less each time.");
    }

    @Test
    void shouldSayIfThereIsNoHoldoutOrNoTradeInIt() {
        Evidence proved = evidence(0.1, 0.3, 0.01, 0.1);
        Evidence none = new Evidence(proved.difference(), proved.pBetter(), proved.pWorse(), Optional.empty());
        Evidence empty = new Evidence(
                proved.difference(),
                proved.pBetter(),
                proved.pWorse(),
                Optional.of(new HoldoutScore(0, 3, Optional.empty())));

        assertThat(chosen(paired(100, 20), none).word()).isEqualTo(Word.NOT_DISTINGUISHABLE);
        assertThat(chosen(paired(100, 20), none).reasons()).contains("There is no holdout to confirm it.");
        assertThat(chosen(paired(100, 20), empty).word()).isEqualTo(Word.NOT_DISTINGUISHABLE);
        assertThat(chosen(paired(100, 20), empty).reasons())
                .contains("No trade of the holdout was closed under both policies.");
    }

    @Test
    void shouldCountWhatIsLeftOut() {
        Paired left = new Paired(
                100,
                7,
                3,
                20,
                Optional.of(0.45),
                1,
                1,
                98,
                Optional.of(0.2),
                Optional.empty(),
                Optional.of(0.1),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(chosen(left, evidence(0.1, 0.3, 0.01, 0.1)).reasons())
                .contains(
                        "7 trades are left out because they are still open under one policy or both.",
                        "3 trades are left out because only one of the policies has them.",
                        "Neighbouring days are alike (correlation 0.45): interval and probability are surer than they should be.");
    }
}
