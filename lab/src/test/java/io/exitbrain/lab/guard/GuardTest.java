package io.exitbrain.lab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.exitbrain.lab.guard.Verdict.Word;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.trade.AnyTrade;
import io.exitbrain.lab.trade.Money;
import io.exitbrain.lab.trade.PolicyTrades;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static final int PER_DAY = 4;
    private static final int TRADES = 60 * PER_DAY;
    private static final GuardSettings SETTINGS =
            new GuardSettings(0.3, 20, 5, Duration.ofDays(1), new Resampling(400, 1, 1));

    private static Judgement judge(PolicyTrades baseline, PolicyTrades... others) {
        return judge(History.NONE, baseline, others);
    }

    private static Judgement judge(History history, PolicyTrades baseline, PolicyTrades... others) {
        return Guard.of(SETTINGS).judge(baseline, List.of(others), history);
    }

    /** Results of a day have half of their noise in common. */
    private static double[] noise(Random random) {
        double[] days = random.doubles(TRADES / PER_DAY, -1, 1).toArray();
        return IntStream.range(0, TRADES)
                .mapToDouble(i -> days[i / PER_DAY] + random.nextDouble() * 2 - 1)
                .toArray();
    }

    private static double[] plus(double[] results, double edge, double[] noise) {
        return IntStream.range(0, results.length)
                .mapToDouble(i -> results[i] + edge + noise[i])
                .toArray();
    }

    private static PolicyTrades policy(String name, double... results) {
        return AnyTrade.policy(name, PER_DAY, results);
    }

    private static Comparison find(Judgement judgement, String policy) {
        return judgement.comparisons().stream()
                .filter(comparison -> comparison.policy().equals(policy))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldFindNoDifferenceOfThePolicyToItself() {
        double[] results = noise(new Random(1));

        Judgement judgement = judge(policy("live", results), policy("copy", results));

        Comparison copy = find(judgement, "copy");
        assertThat(judgement.verdict().word()).isEqualTo(Word.NOT_DISTINGUISHABLE);
        assertThat(copy.paired().mean()).contains(0.0);
        assertThat(copy.paired().ties()).isEqualTo(copy.paired().pairs()).isPositive();
        assertThat(copy.evidence().difference().orElseThrow().low()).isZero();
        assertThat(copy.evidence().difference().orElseThrow().high()).isZero();
        assertThat(copy.evidence().pBetter()).contains(1.0);
        assertThat(copy.evidence().pWorse()).contains(1.0);
    }

    @Test
    void shouldFindAPlantedEdgeAndItsMirror() {
        Random random = new Random(2);
        double[] results = noise(random);

        Judgement better = judge(policy("live", results), policy("good", plus(results, 0.5, noise(random))));
        Judgement worse = judge(policy("live", results), policy("bad", plus(results, -0.5, noise(random))));

        assertThat(better.verdict().word()).as(better.verdict().toString()).isEqualTo(Word.BETTER);
        assertThat(worse.verdict().word()).as(worse.verdict().toString()).isEqualTo(Word.WORSE);
    }

    @Test
    void shouldChooseTheHighestMeanAndUnlockOnlyItsHoldout() {
        Random random = new Random(3);
        double[] results = noise(random);

        Judgement judgement = judge(
                policy("live", results),
                policy("same", plus(results, 0, noise(random))),
                policy("good", plus(results, 0.7, noise(random))),
                policy("bad", plus(results, -0.7, noise(random))));

        assertThat(judgement.chosen()).contains("good");
        assertThat(judgement.hasLookedAtHoldout()).isTrue();
        assertThat(judgement.comparisons())
                .filteredOn(comparison -> comparison.evidence().holdout().isPresent())
                .extracting(Comparison::policy)
                .containsExactly("good");
        assertThat(judgement.comparisons())
                .extracting(comparison -> comparison.verdict().orElseThrow().word())
                .containsExactly(Word.NOT_DISTINGUISHABLE, Word.BETTER, Word.WORSE);
    }

    @Test
    void shouldNotLetTheHoldoutChangeAnythingElse() {
        Random random = new Random(4);
        double[] results = noise(random);
        double[] other = plus(results, 0.1, noise(random));
        double[] changed = other.clone();
        Arrays.fill(changed, TRADES * 7 / 10, TRADES, 1_000);

        Judgement before = judge(policy("live", results), policy("other", other));
        Judgement after = judge(policy("live", results), policy("other", changed));

        assertThat(after.comparisons().get(0).paired())
                .isEqualTo(before.comparisons().get(0).paired());
        assertThat(after.comparisons().get(0).evidence().difference())
                .isEqualTo(before.comparisons().get(0).evidence().difference());
        assertThat(after.comparisons().get(0).paired().atDoubledCosts())
                .isEqualTo(before.comparisons().get(0).paired().atDoubledCosts());
        assertThat(after.walkForward()).isEqualTo(before.walkForward());
        assertThat(after.comparisons().get(0).evidence().holdout())
                .isNotEqualTo(before.comparisons().get(0).evidence().holdout());
    }

    @Test
    void shouldChooseTheFirstOfEqualOnes() {
        double[] results = noise(new Random(1));

        Judgement judgement = judge(policy("live", results), policy("one", results), policy("two", results));

        assertThat(judgement.chosen()).contains("one");
    }

    /** No policy differs by more than chance; trades of a day move together. At most 5 % may be called better. */
    @Test
    void shouldRarelyCallNoiseBetter() {
        int better = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] results = noise(random);
            PolicyTrades[] others = IntStream.range(0, 3)
                    .mapToObj(i -> policy("p" + i, plus(results, 0, noise(random))))
                    .toArray(PolicyTrades[]::new);
            better += judge(policy("live", results), others).verdict().word() == Word.BETTER ? 1 : 0;
        }

        assertThat(better).isLessThanOrEqualTo(10);
    }

    @Test
    void shouldLeaveOutAPairThatIsOpenUnderEither() {
        PolicyTrades baseline = AnyTrade.policy(
                "live",
                AnyTrade.of(0, 0, 1),
                AnyTrade.of(1, 0, 1).censored(),
                AnyTrade.of(2, 1, 1),
                AnyTrade.of(3, 1, 1));
        PolicyTrades other = AnyTrade.policy(
                "other",
                AnyTrade.of(0, 0, 3),
                AnyTrade.of(1, 0, 50),
                AnyTrade.of(2, 1, 60).censored(),
                AnyTrade.of(3, 1, 0.5));
        GuardSettings all = new GuardSettings(0, 1, 1, Duration.ZERO, SETTINGS.resampling());

        Judgement judgement = Guard.of(all).judge(baseline, List.of(other), History.NONE);
        Paired paired = judgement.comparisons().get(0).paired();

        assertThat(paired.pairs()).isEqualTo(2);
        assertThat(paired.censored()).isEqualTo(2);
        assertThat(paired.mean()).contains(0.75);
        assertThat(paired.firstHalf()).contains(2.0);
        assertThat(paired.secondHalf()).contains(-0.5);
        assertThat(paired.wins()).isEqualTo(1);
        assertThat(paired.losses()).isEqualTo(1);
        assertThat(paired.largest()).containsExactly(new Difference(0, 1, 3), new Difference(3, 1, 0.5));
        assertThat(judgement.verdict().word()).isEqualTo(Word.TOO_LITTLE_DATA);
        assertThat(judgement.walkForward().rows())
                .containsExactly(new WalkForwardRow(
                        LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), "other", 2, 1, Optional.of(-0.5)));
    }

    @Test
    void shouldWeighWindowsByTheirPairs() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        WalkForwardTable table = WalkForwardTable.of(List.of(
                new WalkForwardRow(day, day, "a", 1, 3, Optional.of(0.5)),
                new WalkForwardRow(day, day, "b", 9, 0, Optional.empty()),
                new WalkForwardRow(day, day, "b", 2, 1, Optional.of(-0.5))));

        assertThat(table.pairs()).isEqualTo(4);
        assertThat(table.chosenBy()).contains(1.25);
        assertThat(table.score()).contains(0.25);
        assertThat(WalkForwardTable.of(List.of()).score()).isEmpty();
    }

    @Test
    void shouldNotLookAtTheHoldoutOfTooFewTrades() {
        Judgement judgement =
                judge(AnyTrade.policy("live", 2, new double[60]), AnyTrade.policy("other", 2, new double[60]));

        assertThat(judgement.chosen()).contains("other");
        assertThat(judgement.split().holdoutDays()).isEqualTo(9);
        assertThat(judgement.hasLookedAtHoldout()).isFalse();
        assertThat(judgement.verdict().word()).isEqualTo(Word.TOO_LITTLE_DATA);
    }

    @Test
    void shouldCountOpeningsThatOnlyOneHas() {
        PolicyTrades baseline = AnyTrade.policy("live", AnyTrade.of(0, 0, 1), AnyTrade.of(1, 0, 1));
        PolicyTrades other = AnyTrade.policy("other", AnyTrade.of(0, 0, 1), AnyTrade.of(2, 0, 1));

        assertThat(Pairing.of(baseline, other).unpaired()).isEqualTo(2);
        assertThat(Pairing.of(baseline, other).pairs()).hasSize(1);
    }

    /** The net result of each trade stays, of which the costs take {@code costs} R. */
    private static PolicyTrades costing(double costs, PolicyTrades policy) {
        double money = costs * AnyTrade.R;
        return AnyTrade.policy(
                policy.policy(),
                policy.trades().stream()
                        .map(trade -> new AnyTrade(trade)
                                .with(new Money(
                                        trade.money().net() + money, money / 2, money / 4, money / 4, AnyTrade.R)))
                        .toArray(AnyTrade[]::new));
    }

    @Test
    void shouldNeedADifferenceThatSurvivesDoubledCosts() {
        Random random = new Random(2);
        double[] results = noise(random);
        PolicyTrades live = policy("live", results);
        PolicyTrades good = policy("good", plus(results, 0.5, noise(random)));

        Judgement cheap = judge(live, costing(0.2, good));
        Judgement dear = judge(live, costing(0.6, good));

        Paired paired = find(dear, "good").paired();
        double mean = paired.mean().orElseThrow();
        assertThat(cheap.verdict().word()).isEqualTo(Word.BETTER);
        assertThat(dear.verdict().word()).isEqualTo(Word.NOT_DISTINGUISHABLE);
        assertThat(find(cheap, "good").paired().mean().orElseThrow()).isCloseTo(mean, within(1e-9));
        assertThat(paired.atDoubledCosts().orElseThrow()).isCloseTo(mean - 0.6, within(1e-9));
        assertThat(paired.withoutCosts().orElseThrow()).isCloseTo(mean + 0.6, within(1e-9));
    }

    @Test
    void shouldBeLessSureAfterEarlierTries() {
        Random random = new Random(2);
        double[] results = noise(random);
        PolicyTrades good = policy("good", plus(results, 0.5, noise(random)));

        Judgement judgement = judge(new History(30, 1), policy("live", results), good);

        assertThat(judgement.tries()).isEqualTo(31);
        assertThat(judgement.verdict().word()).isEqualTo(Word.NOT_DISTINGUISHABLE);
    }

    @Test
    void shouldCompareReferencesButNeverChooseThem() {
        double[] results = noise(new Random(1));
        PolicyTrades oracle = new PolicyTrades(
                "oracle", true, policy("oracle", plus(results, 3, results)).trades());

        Judgement judgement = judge(policy("live", results), oracle, policy("copy", results));

        assertThat(judgement.comparisons()).extracting(Comparison::policy).containsExactly("oracle", "copy");
        assertThat(judgement.chosen()).contains("copy");
        assertThat(judgement.tries()).isEqualTo(1);
        assertThat(find(judgement, "oracle").verdict()).isEmpty();
        assertThat(find(judgement, "oracle").evidence().pBetter()).isEmpty();
        assertThat(find(judgement, "oracle").paired().mean().orElseThrow()).isGreaterThan(2);
    }

    @Test
    void shouldMeasureOverfittingFromEightPoliciesOn() {
        Random random = new Random(6);
        double[] results = noise(random);
        PolicyTrades[] eight = IntStream.range(0, 8)
                .mapToObj(i -> policy("p" + i, plus(results, i == 3 ? 1.5 : 0, noise(random))))
                .toArray(PolicyTrades[]::new);

        Judgement judgement = judge(policy("live", results), eight);
        Judgement seven = judge(policy("live", results), Arrays.copyOf(eight, 7));

        assertThat(judgement.overfitting().orElseThrow().probability()).isLessThan(0.01);
        assertThat(seven.overfitting()).isEmpty();
        assertThat(seven.overfittingNote()).isEqualTo("It is not computed: 7 policies are fewer than 8.");
    }

    @Test
    void shouldGiveTheSameForTheSameInput() {
        Random random = new Random(7);
        double[] results = noise(random);
        PolicyTrades other = policy("other", plus(results, 0.1, noise(random)));

        assertThat(judge(policy("live", results), other)).isEqualTo(judge(policy("live", results), other));
    }

    @Test
    void shouldHaveTooLittleDataWithoutPolicies() {
        Judgement judgement = judge(policy("live", noise(new Random(1))));

        assertThat(judgement.chosen()).isEmpty();
        assertThat(judgement.hasLookedAtHoldout()).isFalse();
        assertThat(judgement.verdict().word()).isEqualTo(Word.TOO_LITTLE_DATA);
        assertThat(judge(AnyTrade.policy("live"), AnyTrade.policy("other"))
                        .verdict()
                        .word())
                .isEqualTo(Word.TOO_LITTLE_DATA);
    }

    @Test
    void shouldRefusePoliciesThatCannotBeCompared() {
        PolicyTrades live = AnyTrade.policy("live", AnyTrade.of(0, 0, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge(live, AnyTrade.policy("live", AnyTrade.of(0, 0, 1))))
                .withMessage("policies must have different names, live is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge(live, AnyTrade.policy("other", AnyTrade.of(0, 1, 1))))
                .withMessageStartingWith("trade 0 of policy other must have the opening of the baseline, Opening[");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge(live, AnyTrade.policy("other", AnyTrade.of(0, 0, 1), AnyTrade.of(0, 0, 1))))
                .withMessage("policy other has trade 0 twice");
    }
}
