package io.exitbrain.lab.recorded;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Side;
import io.exitbrain.lab.rules.RuleRun;
import io.exitbrain.lab.trade.Ending.Exit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the engine did when the recording was made: the rules of the baseline over the recorded inputs. It tells whether a recorded fill
 * that closes was caused by the engine or by the strategy.
 */
public final class RecordedEngine {

    private final RuleRun rules;
    private final Consumer<StopCommand> commands;
    private final Map<PositionSide, SentOrders> orders = new EnumMap<>(PositionSide.class);

    /** {@code commands} takes what the rules send. */
    public RecordedEngine(RuleRun rules, Consumer<StopCommand> commands) {
        this.rules = rules;
        this.commands = commands;
    }

    public RuleRun rules() {
        return rules;
    }

    /** Takes what the rules decided. */
    public void decided(Step step) {
        for (StopCommand command : step.commands()) {
            sent(command);
            commands.accept(command);
        }
    }

    public void price(long unscaled, int scale, long time) {
        if (rules.absorb(unscaled, scale, time, true) == RuleRun.Quiet.NO) {
            clockTo(time);
            decided(rules.price(BigDecimal.valueOf(unscaled, scale), time));
        }
    }

    /** Repeated exits tell nothing new. */
    private void clockTo(long time) {
        for (Optional<Long> tick = rules.nextTick(time);
                tick.isPresent() && !isExiting();
                tick = rules.nextTick(time)) {
            decided(rules.tick(tick.get()));
        }
    }

    private boolean isExiting() {
        return Arrays.stream(PositionSide.values())
                .anyMatch(side -> rules.state()
                        .sides()
                        .of(side)
                        .plan()
                        .filter(plan -> plan.stop().isTriggered())
                        .isPresent());
    }

    /** A command of the engine, of the rules or of the recording. */
    public void sent(StopCommand command) {
        ordersOf(command.positionSide()).sent(command);
    }

    public void reported(ExecutionReport report) {
        orders.values().forEach(side -> side.reported(report));
    }

    private SentOrders ordersOf(PositionSide side) {
        return orders.computeIfAbsent(side, first -> new SentOrders());
    }

    /**
     * The cause of {@code fill}, which closes {@code quantity}. It must be asked before the rules see the fill. The engine caused it if an
     * order of the engine explains it, if its price is at the stop or beyond it, or if it fits the legs that its price has reached.
     */
    public Exit causeOf(Fill fill, BigDecimal quantity) {
        return ordersOf(fill.positionSide()).causeOf(fill).orElseGet(() -> byPrice(fill, quantity));
    }

    private Exit byPrice(Fill fill, BigDecimal quantity) {
        SideState side = rules.state().sides().of(fill.positionSide());
        if (isAtStop(side, fill.price())) {
            return Exit.STOP;
        }
        return isOfLegs(side, fill.price(), quantity) ? Exit.TAKE_PROFIT : Exit.STRATEGY;
    }

    private static boolean isAtStop(SideState side, BigDecimal price) {
        Side direction = side.position().side();
        return side.plan()
                .filter(plan -> !plan.stop().isTriggered())
                .flatMap(plan -> plan.sent().stop())
                .filter(stop -> direction.hasBreached(price, stop.price()))
                .isPresent();
    }

    /** Whether the legs that the price has reached, and those that are sent, close at least {@code quantity}. */
    private static boolean isOfLegs(SideState side, BigDecimal price, BigDecimal quantity) {
        Side direction = side.position().side();
        BigDecimal reached = side.plan().stream()
                .flatMap(plan -> plan.ladder().legs().stream()
                        .filter(leg -> leg.isOpen()
                                && (direction.hasReached(price, leg.price()) || isSent(leg, plan, direction))))
                .map(Leg::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return reached.signum() > 0 && quantity.compareTo(reached) <= 0;
    }

    /** A MARKET leg is sent when a mark has reached its price. It may fill at a worse one. */
    private static boolean isSent(Leg leg, LivingPlan plan, Side direction) {
        return leg.execution() == Execution.MARKET
                && direction.hasReached(plan.stop().best(), leg.price());
    }
}
