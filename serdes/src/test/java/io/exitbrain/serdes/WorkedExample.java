package io.exitbrain.serdes;

import io.exitbrain.domain.Action;
import io.exitbrain.domain.Callback;
import io.exitbrain.domain.Confirmation;
import io.exitbrain.domain.Distance;
import io.exitbrain.domain.EventKind;
import io.exitbrain.domain.Execution;
import io.exitbrain.domain.ExitEvent;
import io.exitbrain.domain.ExitEvent.Protection;
import io.exitbrain.domain.ExitPlan;
import io.exitbrain.domain.ExitPlan.LegView;
import io.exitbrain.domain.ExitPlan.StopLossView;
import io.exitbrain.domain.ExitPlan.StopView;
import io.exitbrain.domain.ExitPlan.TighteningView;
import io.exitbrain.domain.ExitPlan.TrailView;
import io.exitbrain.domain.FillIds;
import io.exitbrain.domain.Identity;
import io.exitbrain.domain.Instrument;
import io.exitbrain.domain.Ladder;
import io.exitbrain.domain.Leg;
import io.exitbrain.domain.LegStatus;
import io.exitbrain.domain.LivingPlan;
import io.exitbrain.domain.Mark;
import io.exitbrain.domain.OrderSide;
import io.exitbrain.domain.Orders;
import io.exitbrain.domain.Origin;
import io.exitbrain.domain.Position;
import io.exitbrain.domain.PositionSide;
import io.exitbrain.domain.Reason;
import io.exitbrain.domain.Regime;
import io.exitbrain.domain.RiskMode;
import io.exitbrain.domain.SentStop;
import io.exitbrain.domain.Side;
import io.exitbrain.domain.Slot;
import io.exitbrain.domain.SlotTimes;
import io.exitbrain.domain.Slots;
import io.exitbrain.domain.Stop;
import io.exitbrain.domain.StopCommand;
import io.exitbrain.domain.StopState;
import io.exitbrain.domain.StopTerms;
import io.exitbrain.domain.SymbolState;
import io.exitbrain.domain.Terms;
import io.exitbrain.domain.Tightening;
import io.exitbrain.domain.Times;
import io.exitbrain.domain.Trail;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A BTCUSDT long of 0.010 at 95000 with 10x, as the domain holds it and as the world sees it. */
final class WorkedExample {

    static final String PLAN_ID = "7Q2M4XK0H3ZD9A1B";
    static final long CREATED = Readings.NOW;

    private static final String SYMBOL = "BTCUSDT";

    private WorkedExample() {}

    static ExitPlan plan() {
        return new ExitPlan(
                PLAN_ID,
                SYMBOL,
                PositionSide.BOTH,
                Side.LONG,
                Origin.FILL,
                "scaled_tp",
                "NORMAL",
                Regime.NORMAL,
                RiskMode.NORMAL,
                true,
                d("95000.0"),
                d("0.010"),
                d("0.010"),
                d("10.0"),
                true,
                d("0.750"),
                new StopLossView(d("94050.0"), d("0.0100")),
                List.of(
                        leg(1, "0.50", "95475.0", "0.25", "0.002", Execution.LIMIT),
                        leg(2, "1.0", "95950.0", "0.25", "0.002", Execution.MARKET),
                        leg(3, "2", "96900.0", "0.50", "0.006", Execution.MARKET)),
                new TrailView(
                        true,
                        Optional.of(d("0.015")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(d("0.010")),
                        Optional.of(d("95950.0")),
                        d("1.00"),
                        List.of(new TighteningView(
                                Optional.of(d("3.0")),
                                Optional.empty(),
                                Optional.of(d("0.010")),
                                Optional.empty(),
                                Optional.empty()))),
                new StopView(StopState.WATCHING, d("94050.0"), d("95000.0"), 1, Optional.empty(), 0),
                Optional.empty(),
                Optional.of("1001"),
                1,
                CREATED,
                CREATED);
    }

    static StopCommand move() {
        return new StopCommand(
                PLAN_ID,
                3,
                SYMBOL,
                PositionSide.BOTH,
                Action.MOVE,
                Reason.TRAIL,
                OrderSide.SELL,
                Optional.of(d("0.010")),
                Optional.of(d("94572.0")),
                Optional.of(d("94510.8")),
                Optional.of(d("96012.1")),
                d("96012.1"),
                CREATED + 12_000);
    }

    static CausedEvent moved() {
        return new CausedEvent(
                new ExitEvent(
                        EventKind.STOP_MOVED,
                        Optional.of(PLAN_ID),
                        SYMBOL,
                        PositionSide.BOTH,
                        Optional.of(3),
                        "3.3 trail",
                        Optional.of(Reason.TRAIL),
                        Optional.of(new Protection(Optional.of(d("94510.8")), d("0.010"))),
                        Optional.of(new Protection(Optional.of(d("94572.0")), d("0.010"))),
                        Optional.empty(),
                        CREATED + 12_000),
                new Cause("mark-prices", 2, 1841, "96012.1"));
    }

    static SymbolState state() {
        Slot slot = new Slot(
                PositionSide.BOTH,
                new Position(Side.LONG, d("0.010"), Optional.of(d("95000.0")), Optional.of(d("10"))),
                new SlotTimes(CREATED, Times.NEVER, CREATED, CREATED, CREATED),
                Optional.empty(),
                Optional.of(livingPlan()),
                Times.NEVER);
        return new SymbolState(
                SYMBOL,
                Slots.EMPTY.with(slot),
                new FillIds(List.of("1001", "trade-7")),
                Optional.of(new Mark(d("96012.1"), CREATED + 12_000)),
                CREATED + 12_000,
                CREATED,
                1,
                false);
    }

    private static LivingPlan livingPlan() {
        return new LivingPlan(
                new Identity(PLAN_ID, Origin.FILL, d("0.010"), Optional.empty(), Optional.of("1001"), CREATED),
                new Terms(
                        "scaled_tp",
                        "NORMAL",
                        Regime.NORMAL,
                        RiskMode.NORMAL,
                        d("0.75"),
                        d("0.01"),
                        Optional.of(new Trail(
                                new Callback.Ratio(d("0.015")),
                                new Distance.InR(d("1")),
                                List.of(new Tightening(new Distance.InR(d("3")), new Callback.Ratio(d("0.010")))))),
                        new StopTerms(d("0.0005"), true, Optional.of(d("0.10")), d("0.002"), Optional.empty())),
                new Ladder(
                        List.of(
                                domainLeg(1, "0.5", "95475.0", "0.25", "0.002", Execution.LIMIT),
                                domainLeg(2, "1", "95950.0", "0.25", "0.002", Execution.MARKET),
                                domainLeg(3, "2", "96900.0", "0.50", "0.006", Execution.MARKET)),
                        BigDecimal.ZERO),
                new Stop(
                        StopState.TRAILING,
                        d("94572.0"),
                        d("96012.1"),
                        d("94050.0"),
                        Optional.of(d("95950.0")),
                        true,
                        false),
                new Orders(
                        3,
                        Optional.of(
                                new SentStop(3, Action.MOVE, Reason.TRAIL, d("94572.0"), d("0.010"), CREATED + 12_000)),
                        Optional.empty(),
                        Confirmation.NONE),
                new Instrument(d("0.1"), d("0.001"), d("0.001"), d("100")),
                1,
                CREATED);
    }

    private static LegView leg(int index, String r, String price, String fraction, String quantity, Execution how) {
        return new LegView(index, d(r), d(price), d(fraction), d(quantity), how, LegStatus.OPEN);
    }

    private static Leg domainLeg(int index, String r, String price, String fraction, String quantity, Execution how) {
        return new Leg(index, new Distance.InR(d(r)), d(price), d(fraction), d(quantity), how, LegStatus.OPEN);
    }

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }
}
