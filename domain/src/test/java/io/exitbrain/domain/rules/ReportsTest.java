package io.exitbrain.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.plan.Confirmation;
import io.exitbrain.domain.plan.LivingPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 3: the executor's reports. Entry 100, 5x: stop 98. */
class ReportsTest {

    private final Trader trader = new Trader().with(Trader.instrument("0.1", "1"));

    @BeforeEach
    void open() {
        trader.fill().leverage("5").fills("100", "100").later(10).forget();
    }

    private String id(int version) {
        return trader.plan().identity().planId() + "-" + version;
    }

    private Confirmation confirmation() {
        return trader.plan().sent().confirmation();
    }

    @Test
    void shouldConfirmTheStop() {
        trader.report(id(1), ExecutionReport.Status.ACCEPTED);

        assertThat(trader.events()).containsExactly(ExitEvent.Kind.CONFIRMED);
        assertThat(trader.view().stop().confirmedVersion()).isEqualTo(1);
        assertThat(trader.view().stop().confirmedPrice().orElseThrow()).isEqualByComparingTo("98");
        assertThat(trader.clock(60_000).commands()).isEmpty();
    }

    @Test
    void shouldKeepTheConfirmedStopAlarmAndSendAgainWhenAMoveIsRejected() {
        trader.report(id(1), ExecutionReport.Status.ACCEPTED).price("103").forget();
        trader.report(id(2), ExecutionReport.Status.REJECTED);

        assertThat(trader.events()).containsExactly(ExitEvent.Kind.REJECTED, ExitEvent.Kind.UNPROTECTED);
        assertThat(confirmation().version()).isEqualTo(1);
        assertThat(trader.state().sides().both().isUnprotected()).isTrue();
        assertThat(trader.clock(4_000).commands()).isEmpty();
        assertThat(trader.clock(5_001).commands()).containsExactly("v3 MOVE 101.5 100 TRAIL");
        assertThat(trader.later(6_000)
                        .report(id(3), ExecutionReport.Status.ACCEPTED)
                        .events())
                .contains(ExitEvent.Kind.CONFIRMED, ExitEvent.Kind.PROTECTED);
        assertThat(trader.state().sides().both().isUnprotected()).isFalse();
    }

    @Test
    void shouldPlaceAgainWhenTheConfirmedStopIsCanceled() {
        trader.report(id(1), ExecutionReport.Status.ACCEPTED).forget();

        trader.later(10_000).report(id(1), ExecutionReport.Status.CANCELED);

        assertThat(trader.events()).containsExactly(ExitEvent.Kind.REJECTED, ExitEvent.Kind.UNPROTECTED);
        assertThat(trader.commands()).containsExactly("v2 PLACE 98.0 100 INITIAL_STOP");
    }

    @Test
    void shouldAlarmWithoutAConfirmationOnceReportsAreInUse() {
        trader.report(id(1), ExecutionReport.Status.ACCEPTED).price("103").forget();

        assertThat(trader.clock(4_998).events()).isEmpty();
        trader.clock(5_000);
        assertThat(trader.commands()).containsExactly("v3 MOVE 101.5 100 TRAIL");
        assertThat(trader.events()).contains(ExitEvent.Kind.UNPROTECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN-1", "OWN-2", "OWN-0", "OWN"})
    void shouldNotWaitForReportsAfterOneThatNamesNoCommandOfOurs(String commandId) {
        String named = commandId.replace("OWN", trader.plan().identity().planId());
        trader.report(named, ExecutionReport.Status.ACCEPTED);

        assertThat(trader.events()).containsExactly(ExitEvent.Kind.REFUSED);
        assertThat(trader.clock(60_000).commands()).isEmpty();
        assertThat(trader.state().reportsSeen()).isFalse();
    }

    @Test
    void shouldNotWaitForReportsBeforeTheFirstOne() {
        assertThat(trader.clock(60_000).events()).isEmpty();
    }

    @Test
    void shouldSendAgainAtThePaceOfExitRetriesAfterThreeFailures() {
        trader.report(id(1), ExecutionReport.Status.REJECTED);
        for (int failure = 2; failure <= 3; failure++) {
            trader.later(5_000).clock(0);
            trader.does(new MarkPrice(Trader.SYMBOL, Trader.num("100"), trader.time()))
                    .forget();
            trader.report(id(failure), ExecutionReport.Status.REJECTED);
        }

        assertThat(trader.forget().clock(9_999).commands()).isEmpty();
        assertThat(trader.clock(10_000).commands()).containsExactly("v4 PLACE 98.0 100 INITIAL_STOP");
    }

    @Test
    void shouldPlaceAgainWhenAFilledStopDoesNotShowInThePosition() {
        trader.report(id(1), ExecutionReport.Status.ACCEPTED)
                .report(id(1), ExecutionReport.Status.FILLED)
                .forget();

        assertThat(trader.clock(4_999).commands()).isEmpty();
        assertThat(trader.clock(5_000).commands()).containsExactly("v2 PLACE 98.0 100 INITIAL_STOP");
        assertThat(trader.events()).contains(ExitEvent.Kind.UNPROTECTED);
    }

    @Test
    void shouldBelieveAFilledStopThatShowsInThePosition() {
        trader.report(id(1), ExecutionReport.Status.ACCEPTED).report(id(1), ExecutionReport.Status.FILLED);
        trader.later(1).sells("100", "98").forget();

        assertThat(trader.clock(60_000).commands()).isEmpty();
    }

    /** Three commands were sent: v1 (replaced), v2 (confirmed) and v3 (the newest). */
    @ParameterizedTest
    @CsvSource({
        "OWN-0, REFUSED",
        "OWN-1, OUTDATED",
        "OWN-2, ",
        "OWN-3, CONFIRMED",
        "OWN-4, REFUSED",
        "OWN, REFUSED",
        "7Q2M4XK0H3ZD9A1B-1, OUTDATED",
        "7Q2M4XK0H3ZD9A1-1, REFUSED",
        "7Q2M4XK0H3ZD9A1BC-1, REFUSED",
        "7Q2M4XK0H3ZD9A1I-1, REFUSED",
        "7Q2M4XK0H3ZD9A1B-0, REFUSED",
        "UNKNOWN-1, REFUSED"
    })
    void shouldTellAnOldReportFromOneThatCannotBe(String commandId, ExitEvent.@Nullable Kind event) {
        trader.price("103").report(id(2), ExecutionReport.Status.ACCEPTED).price("106");
        assertThat(trader.plan().sent().version()).isEqualTo(3);
        LivingPlan before = trader.forget().plan();

        trader.report(commandId.replace("OWN", before.identity().planId()), ExecutionReport.Status.ACCEPTED);

        assertThat(trader.events()).isEqualTo(event == null ? List.of() : List.of(event));
        assertThat(trader.plan().equals(before))
                .isEqualTo(event == ExitEvent.Kind.OUTDATED || event == ExitEvent.Kind.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"-1, OUTDATED", "0, CONFIRMED", "1, CONFIRMED"})
    void shouldNotCountAReportThatIsOlderThanTheNewestOfItsCommand(long laterMs, ExitEvent.Kind event) {
        trader.report(id(1), ExecutionReport.Status.ACCEPTED).forget();

        trader.later(laterMs).report(id(1), ExecutionReport.Status.ACCEPTED);

        assertThat(trader.events()).containsExactly(event);
    }

    @Test
    void shouldCountAReportAfterTheEndOfItsPlanAsOld() {
        String command = id(1);
        trader.later(1).sells("100", "99").forget();

        trader.report(command, ExecutionReport.Status.FILLED);

        assertThat(trader.events()).containsExactly(ExitEvent.Kind.OUTDATED);
    }

    @Test
    void shouldNotTakeAnotherEntryForTheFillOfTheStop() {
        trader.report(id(1), ExecutionReport.Status.ACCEPTED).report(id(1), ExecutionReport.Status.FILLED);
        trader.later(2_000).snapshot("100", "99.9", "100", "5").forget();

        trader.clock(5_000);

        assertThat(trader.events()).contains(ExitEvent.Kind.UNPROTECTED);
        assertThat(trader.commands()).singleElement().asString().contains("PLACE");
    }

    @ParameterizedTest(name = "ACCEPTED {0} ms after the REJECTED that was read before it: {1}")
    @CsvSource({"-1, v2 PLACE 98.0 100 INITIAL_STOP", "0, ''", "1, ''"})
    void shouldOrderTheReportsOfACommandByTheirTime(long later, String command) {
        trader.report(id(1), ExecutionReport.Status.REJECTED).forget();

        trader.later(later).report(id(1), ExecutionReport.Status.ACCEPTED).later(-later);

        assertThat(String.join("; ", trader.clock(5_000).commands())).isEqualTo(command);
    }
}
