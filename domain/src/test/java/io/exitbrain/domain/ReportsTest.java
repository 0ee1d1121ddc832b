package io.exitbrain.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 3: what the executor's reports mean. Entry 100, 5x: stop 98. */
class ReportsTest {

    private final Trader trader = new Trader().with(Trader.instrument("0.1", "1"));

    @BeforeEach
    void open() {
        trader.fill().leverage("5").goes("100", "100").later(10).forget();
    }

    private String id(int version) {
        return trader.plan().identity().planId() + "-" + version;
    }

    private Confirmation confirmation() {
        return trader.plan().orders().confirmation();
    }

    @Test
    void shouldConfirmTheStop() {
        trader.report(id(1), ReportStatus.ACCEPTED);

        assertThat(trader.events()).containsExactly(EventKind.CONFIRMED);
        assertThat(trader.view().stop().confirmedVersion()).isEqualTo(1);
        assertThat(trader.view().stop().confirmedPrice().orElseThrow()).isEqualByComparingTo("98");
        assertThat(trader.clock(60_000).commands()).isEmpty();
    }

    @Test
    void shouldKeepTheConfirmedStopAlarmAndSendAgainWhenAMoveIsRejected() {
        trader.report(id(1), ReportStatus.ACCEPTED).price("103").forget();
        trader.report(id(2), ReportStatus.REJECTED);

        assertThat(trader.events()).containsExactly(EventKind.REJECTED, EventKind.UNPROTECTED);
        assertThat(confirmation().version()).isEqualTo(1);
        assertThat(trader.state().slots().both().isUnprotected()).isTrue();
        assertThat(trader.clock(4_000).commands()).isEmpty();
        assertThat(trader.clock(5_001).commands()).containsExactly("v3 MOVE 101.5 100 TRAIL");
        assertThat(trader.later(6_000).report(id(3), ReportStatus.ACCEPTED).events())
                .contains(EventKind.CONFIRMED, EventKind.PROTECTED);
        assertThat(trader.state().slots().both().isUnprotected()).isFalse();
    }

    @Test
    void shouldPlaceAnewWhenTheConfirmedStopIsCanceled() {
        trader.report(id(1), ReportStatus.ACCEPTED).forget();

        trader.later(10_000).report(id(1), ReportStatus.CANCELED);

        assertThat(trader.events()).containsExactly(EventKind.REJECTED, EventKind.UNPROTECTED);
        assertThat(trader.commands()).containsExactly("v2 PLACE 98.0 100 INITIAL_STOP");
    }

    @Test
    void shouldAlarmWhenNobodyConfirmsOnceReportsAreInUse() {
        trader.report(id(1), ReportStatus.ACCEPTED).price("103").forget();

        assertThat(trader.clock(4_998).events()).isEmpty();
        trader.clock(5_000);
        assertThat(trader.commands()).containsExactly("v3 MOVE 101.5 100 TRAIL");
        assertThat(trader.events()).contains(EventKind.UNPROTECTED);
    }

    @Test
    void shouldNotWaitForReportsThatNobodyEverSent() {
        assertThat(trader.clock(60_000).events()).isEmpty();
    }

    @Test
    void shouldSendAgainAtThePaceOfExitRetriesAfterThreeFailures() {
        trader.report(id(1), ReportStatus.REJECTED);
        for (int failure = 2; failure <= 3; failure++) {
            trader.later(5_000).clock(0);
            trader.does(new MarkPrice(Trader.SYMBOL, Trader.num("100"), trader.time()))
                    .forget();
            trader.report(id(failure), ReportStatus.REJECTED);
        }

        assertThat(trader.forget().clock(9_999).commands()).isEmpty();
        assertThat(trader.clock(10_000).commands()).containsExactly("v4 PLACE 98.0 100 INITIAL_STOP");
    }

    @Test
    void shouldPlaceAnewWhenAFilledStopDoesNotShowInThePosition() {
        trader.report(id(1), ReportStatus.ACCEPTED)
                .report(id(1), ReportStatus.FILLED)
                .forget();

        assertThat(trader.clock(4_999).commands()).isEmpty();
        assertThat(trader.clock(5_000).commands()).containsExactly("v2 PLACE 98.0 100 INITIAL_STOP");
        assertThat(trader.events()).contains(EventKind.UNPROTECTED);
    }

    @Test
    void shouldBelieveAFilledStopThatShowsInThePosition() {
        trader.report(id(1), ReportStatus.ACCEPTED).report(id(1), ReportStatus.FILLED);
        trader.later(1).sells("100", "98").forget();

        assertThat(trader.clock(60_000).commands()).isEmpty();
    }

    @Test
    void shouldOnlyRefuseReportsOfUnknownOrSupersededCommands() {
        trader.report("NOBODY-1", ReportStatus.REJECTED);
        trader.price("103").report(id(2), ReportStatus.ACCEPTED).forget();
        LivingPlan before = trader.plan();
        trader.report(id(1), ReportStatus.CANCELED);
        trader.report(id(7), ReportStatus.ACCEPTED);

        assertThat(trader.events()).containsExactly(EventKind.REFUSED, EventKind.REFUSED);
        assertThat(trader.plan()).isEqualTo(before);
    }

    @Test
    void shouldNotTakeAnotherEntryForTheFillOfTheStop() {
        trader.report(id(1), ReportStatus.ACCEPTED).report(id(1), ReportStatus.FILLED);
        trader.later(2_000).snapshot("100", "99.9", "100", "5").forget();

        trader.clock(5_000);

        assertThat(trader.events()).contains(EventKind.UNPROTECTED);
        assertThat(trader.commands()).singleElement().asString().contains("PLACE");
    }
}
