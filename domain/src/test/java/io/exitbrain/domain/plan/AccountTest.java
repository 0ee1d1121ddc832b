package io.exitbrain.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.plan.Account.Verdict;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/rules.md, section 1, and the edges of its windows; each for a long and mirrored for a short. */
class AccountTest {

    private static final long SETTLE_MS = 2_000;

    private final List<String> positions = new ArrayList<>();
    private Account account = Account.EMPTY;
    private PositionSide side = PositionSide.BOTH;
    private int sign = 1;
    private Verdict verdict = Verdict.IGNORED;

    private AccountTest of(int direction) {
        sign = direction;
        return this;
    }

    private AccountTest on(PositionSide hedge) {
        side = hedge;
        return this;
    }

    /** A fill of {@code quantity} at {@code seconds}. */
    private AccountTest fill(long quantity, double seconds) {
        long time = Math.round(seconds * 1_000);
        if (!account.isSettled(time)) {
            AccountEntry entry =
                    AccountEntry.fill(time, BigDecimal.valueOf(sign * quantity), new BigDecimal("100"), false);
            account = account.with(entry, side, SETTLE_MS);
        }
        return noted();
    }

    private AccountTest row(long quantity, double seconds) {
        return row(quantity, seconds, seconds);
    }

    private AccountTest row(long quantity, double seconds, double recordSeconds) {
        Account.RowResult result = account.row(
                BigDecimal.valueOf(sign * quantity),
                Optional.empty(),
                Math.round(seconds * 1_000),
                Math.round(recordSeconds * 1_000),
                side,
                SETTLE_MS);
        account = result.account();
        verdict = result.verdict();
        return noted();
    }

    private AccountTest noted() {
        positions.add(account.position(side)
                .quantity()
                .multiply(BigDecimal.valueOf(sign))
                .toPlainString());
        return this;
    }

    private void shouldBe(String... expected) {
        assertThat(positions).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void shouldTakeAFlatAnswerFromBeforeAFillForAnOldOne(int direction) {
        of(direction).fill(5, 0).row(0, 0.5).shouldBe("5", "5");
        assertThat(verdict).isEqualTo(Verdict.SAID);
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void shouldStrikeOutARowThatFillsExplain(int direction) {
        of(direction)
                .fill(5, 0)
                .row(0, 60)
                .fill(-2, 60)
                .fill(-2, 60)
                .fill(-1, 60)
                .shouldBe("5", "0", "0", "0", "0");
        assertThat(account.entries()).noneMatch(entry -> entry.kind() == AccountEntry.Kind.ROW);
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void shouldLetARowStandUntilItsFillsAreComplete(int direction) {
        of(direction).fill(5, 0).row(7, 60).fill(-3, 59.9).fill(5, 59.95).shouldBe("5", "7", "7", "7");
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void shouldHoldALowerRowUntilAFillDecides(int direction) {
        of(direction).fill(5, 0).fill(4, 60).row(2, 60.5).fill(-3, 59.8).shouldBe("5", "9", "9", "6");
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void shouldHoldALowerRowUntilALaterRowDecides(int direction) {
        of(direction).fill(5, 0).fill(4, 60).row(2, 60.5).row(2, 62).shouldBe("5", "9", "9", "2");
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void shouldAddAFillToAnOldAnswer(int direction) {
        of(direction).fill(5, 0).row(5, 60.9).fill(3, 60.5).shouldBe("5", "5", "8");
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void shouldStartInTheMiddle(int direction) {
        of(direction).fill(-4, 1).row(6, 1).fill(-1, 1.5).shouldBe("-4", "6", "5");
    }

    /** The row of 60 ends its window within that of the row of 62.1, but was taken before it: what was before it is not said there. */
    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void shouldNotTakeWhatARowHasReplacedForSaid(int direction) {
        of(direction).fill(5, 0).row(7, 60).row(5, 62.1).shouldBe("5", "7", "5");
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void shouldNotTrustTheTimeOfTheLastChange(int direction) {
        of(direction).fill(1, 0).row(0, 0.5, 1).row(0, 0.5, 10.5).shouldBe("1", "1", "0");
    }

    @ParameterizedTest
    @CsvSource({"57.999, IGNORED", "58, SAID"})
    void shouldIgnoreARowMuchOlderThanTheNewest(double seconds, Verdict expected) {
        fill(5, 0).row(5, 60).row(5, seconds);
        assertThat(verdict).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"60.25, 7", "60.251, 9"})
    void shouldTakeATradeForContainedUpToTheDelayOfAPush(double seconds, String position) {
        fill(5, 0).row(7, 60).fill(2, seconds);
        assertThat(positions).last().isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({"58, 7", "58.001, 7"})
    void shouldRememberOnlyAFillFromBeforeTheWindow(double seconds, String position) {
        fill(5, 0).row(7, 60).fill(2, seconds);
        assertThat(positions).last().isEqualTo(position);
        assertThat(account.isSettled(Math.round(seconds * 1_000))).isEqualTo(seconds == 58);
    }

    @ParameterizedTest
    @CsvSource({"LONG, 1", "SHORT, -1"})
    void shouldNeverPassFlatInHedgeMode(PositionSide hedge, int direction) {
        AccountEntry tooMuch =
                AccountEntry.fill(60_000, BigDecimal.valueOf(-7L * direction), new BigDecimal("100"), false);

        on(hedge).of(direction).fill(5, 0);

        assertThat(account.excessOf(tooMuch, hedge)).isEqualByComparingTo("2");
        fill(-7, 60).fill(3, 61).shouldBe("5", "0", "3");
    }

    @Test
    void shouldAverageTheEntryInTheOrderOfTheTimesOfTheFills() {
        Account late = Account.EMPTY
                .with(AccountEntry.fill(2_000, BigDecimal.ONE, new BigDecimal("110"), false), side, SETTLE_MS)
                .with(AccountEntry.fill(1_000, BigDecimal.ONE, new BigDecimal("100"), false), side, SETTLE_MS);

        assertThat(late.position(side).entry().orElseThrow()).isEqualByComparingTo("105");
    }

    @Test
    void shouldKeepTheQuantityWhereARowCorrectsTheEntry() {
        fill(5, 0).fill(-2, 1);

        account = account.corrected(new BigDecimal("101"));

        assertThat(account.position(side).quantity()).isEqualByComparingTo("3");
        assertThat(account.position(side).entry()).contains(new BigDecimal("101"));
        fill(3, 2);
        assertThat(account.position(side).entry().orElseThrow()).isEqualByComparingTo("100.5");
    }

    @Test
    void shouldStayBounded() {
        for (int i = 0; i < 1_000; i++) {
            fill(1, i).row(i + 1, i + 0.1);
        }

        assertThat(account.entries()).hasSizeLessThan(30);
        assertThat(account.position(side).quantity()).isEqualByComparingTo("1000");
    }

    @Test
    void shouldTakeTheResidueOfBinaryFractionsForNothing() {
        assertThat(Account.isSame(new BigDecimal("0.3"), new BigDecimal("0.30000000000000004")))
                .isTrue();
        assertThat(Account.isSame(new BigDecimal("0.3"), new BigDecimal("0.3000001")))
                .isFalse();
    }
}
