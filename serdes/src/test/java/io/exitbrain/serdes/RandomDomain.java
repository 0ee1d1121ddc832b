package io.exitbrain.serdes;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.input.SymbolPositions;
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
import io.exitbrain.domain.plan.ToldLeverage;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.StopPolicy;
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
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random values of the domain, of every shape that the types allow. A seed always gives the same values. */
public final class RandomDomain {

    private static final List<String> TEXTS = List.of(
            "",
            "BTCUSDT",
            "RL_V3",
            "0",
            "007",
            "1001",
            "999999999999999999",
            "1234567890123456789",
            "-5",
            "\"quoted\" \\ back\n\t\u0001",
            "größe €",
            "😀 four bytes",
            "x".repeat(200));

    private static final List<BigDecimal> EXTREMES = Stream.of(
                    "0",
                    "0.000",
                    "1",
                    "10",
                    "95012.30",
                    "0.00000001",
                    "9".repeat(64),
                    "0." + "0".repeat(62) + "1",
                    "9223372036854775807",
                    "9223372036854775808",
                    "123456789012345678.123456789012345678")
            .map(BigDecimal::new)
            .toList();

    /** The reasons that versions 1 and 2 of the state know. */
    private static final List<Reason> OLD_REASONS = Stream.of(Reason.values())
            .filter(reason -> reason != Reason.LIQUIDATION)
            .toList();

    private final Random random;

    /** The version of the state whose values are drawn. The draws of an older one are those with which its golden bytes were made. */
    private int version = 3;

    public RandomDomain(long seed) {
        this.random = new Random(seed);
    }

    public SymbolState state() {
        return state(this::side, this::seenFill);
    }

    public SymbolState stateOfVersionTwo() {
        version = 2;
        return state();
    }

    /** A state as version 1 of the format could hold it. */
    public SymbolState stateOfVersionOne() {
        version = 1;
        return state(this::sideOfVersionOne, () -> new SeenFills.SeenFill(text(), Optional.empty()));
    }

    private SymbolState state(Function<PositionSide, SideState> side, Supplier<SeenFills.SeenFill> fill) {
        String symbol = text();
        SideStates sides = new SideStates(
                side.apply(PositionSide.BOTH), side.apply(PositionSide.LONG), side.apply(PositionSide.SHORT));
        SeenFills fills = new SeenFills(list(random.nextInt(20) == 0 ? SeenFills.MAX_FILLS : 5, fill));
        Optional<Mark> mark = maybe(() -> new Mark(decimal(), time()));
        return new SymbolState(
                symbol,
                sides,
                fills,
                mark,
                sinceThree(this::time, mark.map(Mark::time).orElse(Times.NEVER)),
                time(),
                time(),
                number(),
                random.nextBoolean(),
                sinceThree(() -> new ToldFaults(list(3, this::told)), ToldFaults.NONE));
    }

    private ToldFaults.Told told() {
        return new ToldFaults.Told(text(), time(), number());
    }

    /** A draw that only version 3 has. */
    private <T> T sinceThree(Supplier<T> draw, T before) {
        return version >= 3 ? draw.get() : before;
    }

    private Reason reason() {
        return version >= 3 ? any(Reason.class) : OLD_REASONS.get(random.nextInt(OLD_REASONS.size()));
    }

    public SymbolPositions positions() {
        return new SymbolPositions(
                maybe(() -> snapshot(PositionSide.BOTH)),
                maybe(() -> snapshot(PositionSide.LONG)),
                maybe(() -> snapshot(PositionSide.SHORT)));
    }

    public ExitPlan plan() {
        return new ExitPlan(
                text(),
                text(),
                any(PositionSide.class),
                any(Side.class),
                any(Origin.class),
                text(),
                text(),
                any(Regime.class),
                any(RiskMode.class),
                random.nextBoolean(),
                maybe(this::decimal),
                decimal(),
                decimal(),
                ratio(),
                random.nextBoolean(),
                ratio(),
                new ExitPlan.StopLossView(maybe(this::decimal), ratio()),
                list(5, this::legView),
                trailView(),
                new ExitPlan.StopView(
                        any(Stop.State.class),
                        maybe(this::decimal),
                        maybe(this::decimal),
                        number(),
                        maybe(this::decimal),
                        number()),
                maybe(this::text),
                maybe(this::text),
                number(),
                time(),
                time());
    }

    public StopCommand command() {
        Action action = any(Action.class);
        return new StopCommand(
                text(),
                1 + random.nextInt(Integer.MAX_VALUE - 1),
                text(),
                any(PositionSide.class),
                action,
                any(Reason.class),
                any(OrderSide.class),
                action == Action.CANCEL ? Optional.empty() : Optional.of(decimal()),
                maybe(this::decimal),
                maybe(this::decimal),
                maybe(this::decimal),
                maybe(this::decimal),
                maybe(this::decimal),
                time());
    }

    public CausedEvent event() {
        return new CausedEvent(
                new ExitEvent(
                        any(ExitEvent.Kind.class),
                        maybe(this::text),
                        text(),
                        any(PositionSide.class),
                        maybe(this::number),
                        text(),
                        maybe(() -> any(Reason.class)),
                        maybe(this::protection),
                        maybe(this::protection),
                        maybe(this::text),
                        time()),
                new Cause(text(), number(), random.nextBoolean() ? Cause.NO_OFFSET : time() + 1, text()));
    }

    private ExitEvent.Protection protection() {
        return new ExitEvent.Protection(maybe(this::decimal), decimal());
    }

    private ExitPlan.LegView legView() {
        return new ExitPlan.LegView(
                number(), ratio(), decimal(), ratio(), decimal(), any(Execution.class), any(Leg.LegStatus.class));
    }

    private ExitPlan.TrailView trailView() {
        return new ExitPlan.TrailView(
                random.nextBoolean(),
                maybe(this::ratio),
                maybe(this::decimal),
                maybe(this::ratio),
                maybe(this::ratio),
                maybe(this::decimal),
                ratio(),
                list(
                        3,
                        () -> new ExitPlan.TighteningView(
                                maybe(this::ratio),
                                maybe(this::ratio),
                                maybe(this::ratio),
                                maybe(this::decimal),
                                maybe(this::ratio))));
    }

    private SideState side(PositionSide side) {
        return new SideState(
                side,
                position(),
                account(),
                new SideTimes(time(), time()),
                maybe(() -> new SideState.AwaitedClosing(positive(), time())),
                maybe(this::livingPlan),
                time(),
                sinceThree(() -> maybe(() -> new ToldLeverage(decimal(), time())), Optional.empty()),
                sinceThree(random::nextBoolean, false));
    }

    /** Version 1 had no account: what was open is its start, and fills up to the newest snapshot are in it. */
    private SideState sideOfVersionOne(PositionSide side) {
        Position position = position();
        long newestEvent = time();
        long newestSnapshot = time();
        long opened = time();
        long lastIncrease = time();
        time();
        maybe(() -> snapshot(side) + " held since " + time());
        Account account = new Account(
                new Holding(position.signed(), position.entry()),
                List.of(),
                newestSnapshot,
                newestSnapshot,
                newestEvent);
        return new SideState(
                side,
                position,
                account,
                new SideTimes(opened, lastIncrease),
                Optional.empty(),
                maybe(this::livingPlan),
                time(),
                Optional.empty(),
                false);
    }

    private Position position() {
        return new Position(any(Side.class), decimal(), maybe(this::decimal), maybe(this::decimal));
    }

    private Account account() {
        return new Account(new Holding(decimal(), maybe(this::decimal)), list(4, this::entry), time(), time(), time());
    }

    private AccountEntry entry() {
        return new AccountEntry(
                any(AccountEntry.Kind.class), time(), decimal(), maybe(this::decimal), random.nextBoolean(), time());
    }

    private SeenFills.SeenFill seenFill() {
        return new SeenFills.SeenFill(
                text(),
                maybe(() -> new SeenFills.Details(
                        any(OrderSide.class),
                        any(PositionSide.class),
                        maybe(this::text),
                        positive(),
                        positive(),
                        time())));
    }

    private Snapshot snapshot(PositionSide side) {
        BigDecimal amount = decimal();
        Snapshot snapshot = new Snapshot(
                text(),
                side,
                side == PositionSide.SHORT || (side == PositionSide.BOTH && random.nextBoolean())
                        ? amount.negate()
                        : amount,
                maybe(this::positive),
                maybe(this::positive),
                maybe(this::decimal),
                time());
        // Version 1 of the state had the faults of the message here. They are still drawn, so that its golden bytes
        // match.
        list(3, () -> text() + text() + text());
        return snapshot;
    }

    private LivingPlan livingPlan() {
        return new LivingPlan(
                new PlanIdentity(text(), any(Origin.class), decimal(), maybe(this::text), maybe(this::text), time()),
                new PlanTerms(
                        text(),
                        text(),
                        any(Regime.class),
                        any(RiskMode.class),
                        decimal(),
                        decimal(),
                        maybe(() -> new Trail(
                                callback(), distance(), list(3, () -> new Trail.Tightening(distance(), callback())))),
                        new PlanTerms.StopTerms(
                                decimal(),
                                random.nextBoolean(),
                                maybe(this::decimal),
                                decimal(),
                                sinceThree(() -> maybe(this::decimal), StopPolicy.DEFAULT.assumedLeverage()),
                                sinceThree(() -> maybe(this::decimal), StopPolicy.DEFAULT.liquidationBuffer()),
                                maybe(random::nextLong))),
                new Ladder(list(5, this::leg), decimal()),
                stop(),
                new SentCommands(
                        number(),
                        maybe(() -> new SentCommands.SentStop(
                                number(), any(Action.class), reason(), decimal(), decimal(), time())),
                        maybe(() -> new SentCommands.SentExit(
                                number(), reason(), decimal(), decimal(), time(), random.nextBoolean())),
                        new Confirmation(
                                number(), maybe(this::decimal), number(), time(), time(), random.nextBoolean()),
                        sinceThree(
                                () -> new ReportTimes(list(3, () -> new ReportTimes.Reported(number(), time()))),
                                ReportTimes.NONE)),
                random.nextBoolean() ? Instrument.UNKNOWN : instrument(),
                number(),
                time());
    }

    private Stop stop() {
        Stop.State state = any(Stop.State.class);
        BigDecimal price = decimal();
        BigDecimal best = decimal();
        if (version < 3) {
            decimal(); // versions 1 and 2 had the stop loss beside the stop in force
        }
        return new Stop(state, price, best, maybe(this::decimal), random.nextBoolean(), random.nextBoolean());
    }

    private Instrument instrument() {
        return new Instrument(
                positive(),
                positive(),
                decimal(),
                decimal(),
                sinceThree(this::decimal, BigDecimal.ZERO),
                sinceThree(this::positive, BigDecimal.ONE),
                sinceThree(random::nextBoolean, false));
    }

    private Leg leg() {
        return new Leg(
                number(), distance(), positive(), decimal(), decimal(), any(Execution.class), any(Leg.LegStatus.class));
    }

    private Distance distance() {
        return random.nextBoolean() ? new Distance.InR(decimal()) : new Distance.OfEntry(decimal());
    }

    private Callback callback() {
        return switch (random.nextInt(3)) {
            case 0 -> new Callback.Ratio(positive());
            case 1 -> new Callback.Price(positive());
            default -> new Callback.Ticks(positive());
        };
    }

    private BigDecimal decimal() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(EXTREMES);
            case 1 -> new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(40));
            default -> BigDecimal.valueOf(random.nextInt(10_000_000), random.nextInt(9));
        };
    }

    private BigDecimal positive() {
        return decimal().add(BigDecimal.valueOf(1, 3));
    }

    /** A decimal without trailing zeros, as the writers write a ratio. */
    private BigDecimal ratio() {
        return new BigDecimal(decimal().stripTrailingZeros().toPlainString());
    }

    private long time() {
        return switch (random.nextInt(4)) {
            case 0 -> Times.NEVER;
            case 1 -> Math.abs(random.nextLong() >> 1);
            default -> Readings.NOW + random.nextInt();
        };
    }

    private int number() {
        return random.nextInt(8) == 0 ? Integer.MAX_VALUE - random.nextInt(2) : random.nextInt(300);
    }

    private String text() {
        return pick(TEXTS);
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        return pick(List.of(type.getEnumConstants()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(int longest, Supplier<T> item) {
        return Stream.generate(item).limit(random.nextInt(longest + 1)).toList();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
