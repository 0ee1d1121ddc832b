package io.exitbrain.audit;

import static io.exitbrain.audit.GoodDay.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.Recording.In;
import io.exitbrain.audit.rederive.Rederived;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands are derived again although topics do not tell when the engine read a record, nor how late it was. */
class RederivationTest {

    private static final long AHEAD_MS = 60_000;

    private static final In FILL =
            in(1, "order-fills", "{'side':'BUY','price':'100.003','quantity':'10','fillId':'1'}");
    private static final In FILTERS = in(0, "instruments", "{'tickSize':'0.01','stepSize':'0.001'}");

    private static Rederived rederived(Recording run) {
        Verdict verdict = run.asMergedTopics(AuditSettings.DEFAULT);
        assertThat(verdict.findings()).isEmpty();
        return verdict.rederived().orElseThrow();
    }

    @Test
    void shouldDeriveAPlanThatTheEngineMadeBeforeItReadTheFilters() {
        Recording run = Recording.of(
                List.of(FILL, FILTERS, in(2, "mark-prices", "{'p':'101.3'}"), in(3, "mark-prices", "{'p':'103.007'}")));

        assertThat(rederived(run).differences()).isEmpty();
        assertThat(rederived(run).matched()).isEqualTo(3);
    }

    @Test
    void shouldDeriveAPlanWhoseFirstRevisionWasCompactedAway() {
        Recording run = Recording.of(List.of(FILL, FILTERS, in(2, "mark-prices", "{'p':'101.3'}")));
        run.drop(0, record -> record.topic().equals(Recording.PLANS));

        assertThat(rederived(run).differences()).isEmpty();
    }

    @Test
    void shouldDeriveAChangeOfTheFiltersWhereTheEngineReadIt() {
        Recording run = Recording.of(List.of(
                FILTERS,
                FILL,
                in(4, "mark-prices", "{'p':'103.007'}"),
                in(2, "instruments", "{'tickSize':'0.5','stepSize':'0.001'}"),
                in(5, "mark-prices", "{'p':'103.008'}"),
                in(6, "mark-prices", "{'p':'104.2'}")));

        assertThat(rederived(run).differences()).isEmpty();
        assertThat(rederived(run).matched()).isEqualTo(4);
    }

    /** The engine was down: it reads the prices of a minute ago, and sends the last MOVE only. */
    @Test
    void shouldDeriveACatchUp() {
        Recording run = Recording.catchingUp(AHEAD_MS, risingPrices());

        assertThat(rederived(run).differences()).isEmpty();
        assertThat(rederived(run).caughtUp()).isGreaterThan(2);
        assertThat(rederived(run).matched()).isEqualTo(3);
    }

    /** Each price moves the stop by less than the smallest step that is sent, so each sent one changes which are sent later. */
    private static List<In> risingPrices() {
        List<In> inputs = new ArrayList<>(List.of(FILTERS, FILL));
        for (int i = 0; i < 8; i++) {
            inputs.add(in(2 + i, "mark-prices", "{'p':'103.%02d'}".formatted(3 * i)));
        }
        inputs.add(In.clock(1_000));
        inputs.add(in(20, "mark-prices", "{'p':'101'}"));
        return inputs;
    }

    @Test
    void shouldWarnOfAMoveThatIsMissingAtTheEnd() {
        Recording run = GoodDay.play().first(GoodDay.MOVED + 1);
        run.drop(GoodDay.MOVED, any -> true);

        assertThat(rederived(run).differences())
                .hasSize(1)
                .allMatch(difference -> difference.startsWith("the rules give it, but it is not recorded"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldDeriveMostCommandsWhateverTheTimes(BusyDay.Times times) {
        long matched = 0;
        long unexplained = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Rederived rederived = rederived(BusyDay.play(seed, times));
            matched += rederived.matched();
            unexplained += rederived.unexplained();
        }
        assertThat(unexplained).isLessThan(matched / 10);
    }
}
