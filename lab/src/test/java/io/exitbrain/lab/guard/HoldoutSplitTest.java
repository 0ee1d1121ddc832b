package io.exitbrain.lab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.trade.AnyTrade;
import io.exitbrain.lab.trade.PolicyTrades;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldoutSplitTest {

    /** Two trades on each of ten days, at noon. */
    private static final PolicyTrades TEN_DAYS = AnyTrade.policy("live", 2, new double[20]);

    private static GuardSettings settings(double holdout, Duration embargo) {
        return new GuardSettings(holdout, 3, 1, embargo, Resampling.DEFAULT);
    }

    private static HoldoutSplit split(double holdout, Duration embargo) {
        return HoldoutSplit.of(TEN_DAYS.trades(), settings(holdout, embargo));
    }

    private static List<Integer> numbers(PolicyTrades policy) {
        return policy.trades().stream().map(trade -> trade.opening().number()).toList();
    }

    @Test
    void shouldLockTheLastShareOfTheDays() {
        HoldoutSplit split = split(0.3, Duration.ZERO);

        assertThat(split.holdoutFrom()).contains(LocalDate.of(2026, 1, 8));
        assertThat(split.inSampleDays()).isEqualTo(7);
        assertThat(split.holdoutDays()).isEqualTo(3);
        assertThat(split.embargoedDays()).isZero();
        assertThat(numbers(split.inSample(TEN_DAYS))).hasSize(14).endsWith(13);
        assertThat(numbers(split.holdout(TEN_DAYS))).containsExactly(14, 15, 16, 17, 18, 19);
    }

    @Test
    void shouldKeepTradesShortlyBeforeTheHoldoutOutOfBoth() {
        HoldoutSplit split = split(0.3, Duration.ofDays(2));

        assertThat(numbers(split.inSample(TEN_DAYS))).hasSize(10).endsWith(9);
        assertThat(numbers(split.holdout(TEN_DAYS))).hasSize(6);
        assertThat(split.inSampleDays()).isEqualTo(5);
        assertThat(split.embargoedDays()).isEqualTo(2);
    }

    @Test
    void shouldCountTheEmbargoInTime() {
        assertThat(numbers(split(0.3, Duration.ofHours(12)).inSample(TEN_DAYS)))
                .as("the trades at noon of the day before are 12 h before the holdout")
                .hasSize(12);
        assertThat(numbers(split(0.3, Duration.ofHours(12).minusMillis(1)).inSample(TEN_DAYS)))
                .hasSize(14);
    }

    @Test
    void shouldLockNothingWithoutAHoldout() {
        HoldoutSplit split = split(0, Duration.ofDays(2));

        assertThat(split.holdoutFrom()).isEmpty();
        assertThat(numbers(split.inSample(TEN_DAYS))).hasSize(20);
        assertThat(numbers(split.holdout(TEN_DAYS))).isEmpty();
    }

    @Test
    void shouldSplitNoTrades() {
        assertThat(HoldoutSplit.of(List.of(), settings(0.3, Duration.ZERO)).inSampleDays())
                .isZero();
    }

    @Test
    void shouldRefuseSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(1, Duration.ZERO))
                .withMessage("holdout must be from 0 to below 1, was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(0.3, Duration.ofDays(-1)))
                .withMessage("embargo must be 0 or more, was PT-24H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GuardSettings(0.3, 0, 1, Duration.ZERO, Resampling.DEFAULT))
                .withMessage("walk-forward windows must be 1 day or more, were 0 and 1");
    }

    @Test
    void shouldCountAPartOfADayOfEmbargoAsADay() {
        assertThat(settings(0, Duration.ofHours(25)).windows().embargoDays()).isEqualTo(2);
        assertThat(settings(0, Duration.ofDays(2)).windows().embargoDays()).isEqualTo(2);
        assertThat(settings(0, Duration.ZERO).windows().embargoDays()).isZero();
    }
}
