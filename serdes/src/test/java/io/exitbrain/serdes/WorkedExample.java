package io.exitbrain.serdes;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitEvent.Protection;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.ExitPlan.LegView;
import io.exitbrain.domain.decision.ExitPlan.StopLossView;
import io.exitbrain.domain.decision.ExitPlan.StopView;
import io.exitbrain.domain.decision.ExitPlan.TighteningView;
import io.exitbrain.domain.decision.ExitPlan.TrailView;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.plan.Account;
import io.exitbrain.domain.plan.AccountEntry;
import io.exitbrain.domain.plan.Confirmation;
import io.exitbrain.domain.plan.Holding;
import io.exitbrain.domain.plan.Ladder;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.PlanIdentity;
import io.exitbrain.domain.plan.PlanTerms;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.ReportTimes;
import io.exitbrain.domain.plan.SeenFills;
import io.exitbrain.domain.plan.SentCommands;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SideStates;
import io.exitbrain.domain.plan.SideTimes;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.plan.ToldFaults;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import io.exitbrain.domain.value.Side;
import io.exitbrain.domain.value.Times;
import io.exitbrain.serdes.output.Cause;
import io.exitbrain.serdes.output.CausedEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A BTCUSDT long of 0.010 at 95000 with 10x, as domain state and as output records. */
public final class WorkedExample {

    public static final String PLAN_ID = "7Q2M4XK0H3ZD9A1B";
    public static final long CREATED = Readings.NOW;

    private static final String SYMBOL = "BTCUSDT";

    private WorkedExample() {}

    public static ExitPlan plan() {
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
                Optional.of(d("95000.0")),
                d("0.010"),
                d("0.010"),
                d("10.0"),
                true,
                d("0.750"),
                new StopLossView(Optional.of(d("94050.0")), d("0.0100")),
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
                new StopView(
                        Stop.State.WATCHING,
                        Optional.of(d("94050.0")),
                        Optional.of(d("95000.0")),
                        1,
                        Optional.empty(),
                        0),
                Optional.empty(),
                Optional.of("1001"),
                1,
                CREATED,
                CREATED);
    }

    public static StopCommand move() {
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
                Optional.of(d("96012.1")),
                Optional.empty(),
                CREATED + 12_000);
    }

    public static CausedEvent moved() {
        return new CausedEvent(
                new ExitEvent(
                        ExitEvent.Kind.STOP_MOVED,
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

    public static SymbolState state() {
        Account account = Account.EMPTY.with(
                AccountEntry.fill(CREATED, d("0.010"), d("95000.0"), false), PositionSide.BOTH, 2_000);
        SeenFills.Details details = new SeenFills.Details(
                OrderSide.BUY, PositionSide.BOTH, Optional.of("77"), d("95000.0"), d("0.010"), CREATED);
        return state(
                account,
                List.of(
                        new SeenFills.SeenFill("1001", Optional.of(details)),
                        new SeenFills.SeenFill("trade-7", Optional.empty())));
    }

    /** The same as version 1 of the format kept it. */
    public static SymbolState stateOfVersionOne() {
        Account account = new Account(
                new Holding(d("0.010"), Optional.of(d("95000.0"))), List.of(), Times.NEVER, Times.NEVER, CREATED);
        return state(
                account,
                List.of(
                        new SeenFills.SeenFill("1001", Optional.empty()),
                        new SeenFills.SeenFill("trade-7", Optional.empty())));
    }

    private static SymbolState state(Account account, List<SeenFills.SeenFill> fills) {
        SideState side = new SideState(
                PositionSide.BOTH,
                new Position(Side.LONG, d("0.010"), Optional.of(d("95000.0")), Optional.of(d("10"))),
                account,
                new SideTimes(CREATED, CREATED),
                Optional.empty(),
                Optional.of(livingPlan()),
                Times.NEVER,
                Optional.empty(),
                false);
        return new SymbolState(
                SYMBOL,
                SideStates.EMPTY.with(side),
                new SeenFills(fills),
                Optional.of(new Mark(d("96012.1"), CREATED + 12_000)),
                CREATED + 12_000,
                CREATED + 12_000,
                CREATED,
                1,
                false,
                ToldFaults.NONE);
    }

    private static LivingPlan livingPlan() {
        return new LivingPlan(
                new PlanIdentity(PLAN_ID, Origin.FILL, d("0.010"), Optional.empty(), Optional.of("1001"), CREATED),
                new PlanTerms(
                        "scaled_tp",
                        "NORMAL",
                        Regime.NORMAL,
                        RiskMode.NORMAL,
                        d("0.75"),
                        d("0.01"),
                        Optional.of(new Trail(
                                new Callback.Ratio(d("0.015")),
                                new Distance.InR(d("1")),
                                List.of(new Trail.Tightening(
                                        new Distance.InR(d("3")), new Callback.Ratio(d("0.010")))))),
                        new PlanTerms.StopTerms(
                                d("0.0005"),
                                true,
                                Optional.of(d("0.10")),
                                d("0.002"),
                                Optional.empty(),
                                Optional.of(d("0.1")),
                                Optional.empty())),
                new Ladder(
                        List.of(
                                domainLeg(1, "0.5", "95475.0", "0.25", "0.002", Execution.LIMIT),
                                domainLeg(2, "1", "95950.0", "0.25", "0.002", Execution.MARKET),
                                domainLeg(3, "2", "96900.0", "0.50", "0.006", Execution.MARKET)),
                        BigDecimal.ZERO),
                new Stop(Stop.State.TRAILING, d("94572.0"), d("96012.1"), Optional.of(d("95950.0")), true, false),
                new SentCommands(
                        3,
                        Optional.of(new SentCommands.SentStop(
                                3, Action.MOVE, Reason.TRAIL, d("94572.0"), d("0.010"), CREATED + 12_000)),
                        Optional.empty(),
                        Confirmation.NONE,
                        ReportTimes.NONE),
                new Instrument(d("0.1"), d("0.001"), d("0.001"), d("100")),
                1,
                CREATED);
    }

    private static LegView leg(int index, String r, String price, String fraction, String quantity, Execution how) {
        return new LegView(index, d(r), d(price), d(fraction), d(quantity), how, Leg.LegStatus.OPEN);
    }

    private static Leg domainLeg(int index, String r, String price, String fraction, String quantity, Execution how) {
        return new Leg(index, new Distance.InR(d(r)), d(price), d(fraction), d(quantity), how, Leg.LegStatus.OPEN);
    }

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }
}
