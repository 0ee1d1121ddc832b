package io.exitbrain.demo.exchange;

import io.exitbrain.demo.exchange.ExchangeReport.Status;
import io.exitbrain.demo.exchange.ReceivedCommand.Action;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Executes the orders of the engine for one symbol: stops, exits and take-profit legs. */
final class OrderExecutor {

    private final ExchangeAccount account;
    private final ExchangeListener listener;
    private final Map<String, WorkingStop> stopsByPlan = new HashMap<>();
    private final Map<String, Integer> lastVersions = new HashMap<>();
    private final LegOrders legOrders = new LegOrders();
    /** Plans whose position is closed. Late messages of these plans must not touch the next position. */
    private final Set<String> retiredPlans = new HashSet<>();

    private Optional<ReceivedPlan> plan = Optional.empty();

    OrderExecutor(ExchangeAccount account, ExchangeListener listener) {
        this.account = account;
        this.listener = listener;
    }

    void plan(ReceivedPlan revised) {
        if (retiredPlans.contains(revised.planId())) {
            return;
        }
        if (plan.filter(known -> known.planId().equals(revised.planId())).isEmpty()) {
            legOrders.clear();
        }
        plan = Optional.of(revised);
    }

    void dropPlan() {
        plan = Optional.empty();
    }

    /** Executes what the mark price triggers: stops first, then legs. */
    void match(long nowMs) {
        fireStops(nowMs);
        fillLegs(nowMs);
    }

    /** Ignores a command with a lower version, or with the same version unless it is an EXIT. */
    void command(ReceivedCommand command, long nowMs) {
        int last = lastVersions.getOrDefault(command.planId(), 0);
        boolean again = command.version() == last;
        if (command.version() < last || (again && command.action() != Action.EXIT)) {
            return;
        }
        lastVersions.put(command.planId(), command.version());
        switch (command.action()) {
            case PLACE, MOVE, RESIZE -> setStop(command, nowMs);
            case EXIT -> exit(command, again, nowMs);
            case CANCEL -> cancel(command, nowMs);
        }
    }

    /** Removes all waiting orders after the position is closed. */
    void retire() {
        retiredPlans.addAll(stopsByPlan.keySet());
        plan.ifPresent(known -> retiredPlans.add(known.planId()));
        stopsByPlan.clear();
        plan = Optional.empty();
    }

    private void setStop(ReceivedCommand command, long nowMs) {
        Optional<String> reason = refusalOf(command);
        if (reason.isPresent()) {
            report(command, Status.REJECTED, reason.get(), nowMs);
        } else {
            stopsByPlan.put(command.planId(), WorkingStop.of(command));
            report(command, Status.ACCEPTED, "", nowMs);
        }
    }

    private Optional<String> refusalOf(ReceivedCommand command) {
        if (command.quantity().isEmpty() || command.stopPrice().isEmpty()) {
            return Optional.of("a stop needs a quantity and a price");
        }
        if (!closesSomething(command)) {
            return Optional.of("reduce-only: no position that this %s would close".formatted(command.orderSide()));
        }
        if (WorkingStop.of(command)
                .isBreachedBy(account.mark(), account.position().sign())) {
            return Optional.of(
                    "would trigger at once: the mark is " + account.mark().toPlainString());
        }
        return Optional.empty();
    }

    private boolean closesSomething(ReceivedCommand command) {
        return !account.position().isFlat()
                && command.orderSide() == account.closingSide()
                && !retiredPlans.contains(command.planId());
    }

    private void exit(ReceivedCommand command, boolean again, long nowMs) {
        if (closesSomething(command)) {
            BigDecimal open = account.position().quantity().abs();
            report(command, Status.FILLED, "", nowMs);
            account.reduce(command.quantity().orElse(open), account.mark(), command.commandId(), nowMs);
            retireIfFlat(command.planId());
        } else if (!again) {
            // the stop order of the plan may have closed the position before the command came
            boolean closedBefore = retiredPlans.contains(command.planId());
            report(command, closedBefore ? Status.FILLED : Status.REJECTED, "nothing is open", nowMs);
        }
    }

    /** Reports a cancelled order. A stop that was removed with its position is not reported again. */
    private void cancel(ReceivedCommand command, long nowMs) {
        if (stopsByPlan.remove(command.planId()) != null) {
            report(command, Status.CANCELED, "", nowMs);
        }
    }

    private void fireStops(long nowMs) {
        for (Map.Entry<String, WorkingStop> waiting : List.copyOf(stopsByPlan.entrySet())) {
            ExchangePosition position = account.position();
            if (!position.isFlat() && waiting.getValue().isBreachedBy(account.mark(), position.sign())) {
                fire(waiting.getKey(), waiting.getValue(), nowMs);
            }
        }
    }

    /** Reports before it fills: the fill may end the plan, and then the engine would not know the command. */
    private void fire(String planId, WorkingStop stop, long nowMs) {
        listener.onReport(
                new ExchangeReport(symbol(), stop.commandId(), Status.FILLED, Optional.of(stop.price()), "", nowMs));
        account.reduce(stop.quantity(), account.mark(), stop.commandId(), nowMs);
        retireIfFlat(planId);
        stopsByPlan.remove(planId);
    }

    private void fillLegs(long nowMs) {
        List<ReceivedPlan.Leg> waiting = plan.filter(known -> known.isFor(account.position()))
                .map(ReceivedPlan::openLegs)
                .orElse(List.of());
        String planId = plan.map(ReceivedPlan::planId).orElse("");
        for (ReceivedPlan.Leg leg : waiting) {
            int sign = account.position().sign();
            if (sign != 0 && legOrders.fills(leg, account.mark(), sign)) {
                BigDecimal price = leg.limit() ? leg.price() : account.mark();
                account.reduce(leg.quantity(), price, planId + "-tp" + leg.index(), nowMs);
                retireIfFlat(planId);
            }
        }
    }

    private void retireIfFlat(String planId) {
        if (account.position().isFlat()) {
            retiredPlans.add(planId);
            retire();
        }
    }

    private void report(ReceivedCommand command, Status status, String reason, long nowMs) {
        listener.onReport(
                new ExchangeReport(symbol(), command.commandId(), status, command.stopPrice(), reason, nowMs));
    }

    private String symbol() {
        return account.listing().symbol();
    }

    /** A stop order that waits for the mark price. */
    private record WorkingStop(String commandId, BigDecimal quantity, BigDecimal price) {

        static WorkingStop of(ReceivedCommand command) {
            return new WorkingStop(
                    command.commandId(),
                    command.quantity().orElseThrow(),
                    command.stopPrice().orElseThrow());
        }

        /** True if this mark price triggers the stop of a position with this sign. */
        boolean isBreachedBy(BigDecimal mark, int sign) {
            return mark.compareTo(price) * sign <= 0;
        }
    }
}
