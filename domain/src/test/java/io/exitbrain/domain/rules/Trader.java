package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.PlanView;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fixture of the domain tests: applies inputs of one symbol to the rules and records the results. */
final class Trader {

    static final String SYMBOL = "BTCUSDT";
    static final Instrument BTC = instrument("0.1", "0.001");

    private final List<StopCommand> commands = new ArrayList<>();
    private final List<ExitEvent> events = new ArrayList<>();
    private final List<Step.PlanChange> plans = new ArrayList<>();
    private SymbolState state = SymbolState.unknown(SYMBOL);
    private Policy policy = Policy.DEFAULT;
    private Instrument instrument = BTC;
    private ExitContext context = ExitContext.NONE;
    private long time = 1_000_000;
    private long recordAgeMs;

    static BigDecimal num(String number) {
        return new BigDecimal(number);
    }

    static Instrument instrument(String tick, String step) {
        return new Instrument(num(tick), num(step), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    Trader with(Policy policy) {
        this.policy = policy;
        return this;
    }

    Trader with(Instrument instrument) {
        this.instrument = instrument;
        return this;
    }

    Trader with(ExitContext context) {
        this.context = context;
        return this;
    }

    Trader at(long time) {
        this.time = time;
        return this;
    }

    Trader later(long ms) {
        this.time += ms;
        return this;
    }

    /** The records from now on are older than the engine's clock by {@code ms}. */
    Trader aged(long ms) {
        recordAgeMs = ms;
        return this;
    }

    long time() {
        return time;
    }

    Trader does(Input input) {
        return does(input, 0);
    }

    /** Applies {@code input}, {@code wallElapsedMs} of wall time after the newest record. */
    Trader does(Input input, long wallElapsedMs) {
        Step step = AnyInput.decide(
                state, input, new DecisionContext(policy, instrument, context, wallElapsedMs, recordAgeMs));
        state = step.state();
        commands.addAll(step.commands());
        events.addAll(step.events());
        plans.addAll(step.plans());
        return this;
    }

    Trader buys(String quantity, String price) {
        return does(new FillOf(this).side(OrderSide.BUY).of(quantity, price));
    }

    Trader sells(String quantity, String price) {
        return does(new FillOf(this).side(OrderSide.SELL).of(quantity, price));
    }

    FillOf fill() {
        return new FillOf(this);
    }

    Trader snapshot(String amount) {
        return snapshot(PositionSide.BOTH, amount, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Trader snapshot(String amount, String entry, String mark, String leverage) {
        return snapshot(PositionSide.BOTH, amount, Optional.of(entry), Optional.of(mark), Optional.of(leverage));
    }

    Trader snapshot(
            PositionSide side,
            String amount,
            Optional<String> entry,
            Optional<String> mark,
            Optional<String> leverage) {
        return does(new Snapshot(
                SYMBOL,
                side,
                num(amount),
                entry.map(BigDecimal::new),
                mark.map(BigDecimal::new),
                leverage.map(BigDecimal::new),
                time));
    }

    /** A mark price 1 ms after the last input. */
    Trader price(String price) {
        return does(new MarkPrice(SYMBOL, num(price), ++time));
    }

    Trader clock(long wallElapsedMs) {
        return does(new ClockTick(), wallElapsedMs);
    }

    Trader report(String commandId, ExecutionReport.Status status) {
        return does(new ExecutionReport(SYMBOL, commandId, status, Optional.empty(), Optional.empty(), time));
    }

    SymbolState state() {
        return state;
    }

    void become(SymbolState next) {
        state = next;
    }

    LivingPlan plan() {
        return plan(PositionSide.BOTH);
    }

    LivingPlan plan(PositionSide side) {
        return state.sides().of(side).plan().orElseThrow();
    }

    ExitPlan view() {
        return PlanView.of(SYMBOL, state.sides().both());
    }

    /** The commands since the last call, as text: {@code v2 MOVE 94510.8 0.010 TRAIL}. */
    List<String> commands() {
        List<String> emitted = commands.stream().map(Trader::text).toList();
        commands.clear();
        return emitted;
    }

    /** The events since the last call, by kind. */
    List<ExitEvent.Kind> events() {
        List<ExitEvent.Kind> emitted = events.stream().map(ExitEvent::event).toList();
        events.clear();
        return emitted;
    }

    List<ExitEvent> fullEvents() {
        return List.copyOf(events);
    }

    List<Step.PlanChange> plans() {
        List<Step.PlanChange> emitted = List.copyOf(plans);
        plans.clear();
        return emitted;
    }

    Trader forget() {
        commands.clear();
        events.clear();
        plans.clear();
        return this;
    }

    private static String text(StopCommand command) {
        return "v%d %s %s %s %s"
                .formatted(
                        command.version(),
                        command.action(),
                        command.stopPrice().map(BigDecimal::toPlainString).orElse("-"),
                        command.quantity().map(BigDecimal::toPlainString).orElse("-"),
                        command.reason());
    }
}
