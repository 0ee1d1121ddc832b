package io.exitbrain.demo.exchange;

import io.exitbrain.demo.exchange.Commanded.Action;
import io.exitbrain.demo.exchange.ExecutionReport.Status;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out what the engine asks for one symbol: stops, exits, and the take-profit legs of its plan. */
final class Executor {

    private final Account account;
    private final ExchangeListener listener;
    private final Map<String, WorkingStop> stopsByPlan = new HashMap<>();
    private final Map<String, Integer> lastVersions = new HashMap<>();
    private final Set<Integer> executedLegs = new HashSet<>();
    /** Plans whose position is gone: a late message of theirs must not touch the next position. */
    private final Set<String> retiredPlans = new HashSet<>();

    private Optional<Planned> plan = Optional.empty();

    Executor(Account account, ExchangeListener listener) {
        this.account = account;
        this.listener = listener;
    }

    void plan(Planned revised) {
        if (retiredPlans.contains(revised.planId())) {
            return;
        }
        if (plan.filter(known -> known.planId().equals(revised.planId())).isEmpty()) {
            executedLegs.clear();
        }
        plan = Optional.of(revised);
    }

    void dropPlan() {
        plan = Optional.empty();
    }

    /** Does what the current mark asks for: stops first, then legs. */
    void match(long nowMs) {
        fireStops(nowMs);
        fillLegs(nowMs);
    }

    /** Ignores a lower version, and an equal one unless it is an exit. */
    void command(Commanded command, long nowMs) {
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

    /** The position is gone: nothing of it waits any longer. */
    void retire() {
        retiredPlans.addAll(stopsByPlan.keySet());
        plan.ifPresent(known -> retiredPlans.add(known.planId()));
        stopsByPlan.clear();
        plan = Optional.empty();
    }

    private void setStop(Commanded command, long nowMs) {
        Optional<String> objection = objectionTo(command);
        if (objection.isPresent()) {
            report(command, Status.REJECTED, objection.get(), nowMs);
        } else {
            stopsByPlan.put(command.planId(), WorkingStop.of(command));
            report(command, Status.ACCEPTED, "", nowMs);
        }
    }

    private Optional<String> objectionTo(Commanded command) {
        if (command.quantity().isEmpty() || command.stopPrice().isEmpty()) {
            return Optional.of("a stop needs a quantity and a price");
        }
        if (!hasSomethingToClose(command)) {
            return Optional.of("reduce-only: no position that this %s would close".formatted(command.orderSide()));
        }
        if (WorkingStop.of(command)
                .isBreachedBy(account.mark(), account.position().sign())) {
            return Optional.of(
                    "would trigger at once: the mark is " + account.mark().toPlainString());
        }
        return Optional.empty();
    }

    private boolean hasSomethingToClose(Commanded command) {
        return !account.position().isFlat()
                && command.orderSide() == account.closingSide()
                && !retiredPlans.contains(command.planId());
    }

    private void exit(Commanded command, boolean again, long nowMs) {
        if (hasSomethingToClose(command)) {
            BigDecimal open = account.position().quantity().abs();
            report(command, Status.FILLED, "", nowMs);
            account.reduce(command.quantity().orElse(open), account.mark(), command.commandId(), nowMs);
            retireIfFlat(command.planId());
        } else if (!again) {
            // the plan's own stop order may have been quicker than the command
            boolean closedBefore = retiredPlans.contains(command.planId());
            report(command, closedBefore ? Status.FILLED : Status.REJECTED, "nothing is open", nowMs);
        }
    }

    /** Tells of an order that is gone; a stop that went with its position is old news. */
    private void cancel(Commanded command, long nowMs) {
        if (stopsByPlan.remove(command.planId()) != null) {
            report(command, Status.CANCELED, "", nowMs);
        }
    }

    private void fireStops(long nowMs) {
        for (Map.Entry<String, WorkingStop> waiting : List.copyOf(stopsByPlan.entrySet())) {
            Position position = account.position();
            if (!position.isFlat() && waiting.getValue().isBreachedBy(account.mark(), position.sign())) {
                fire(waiting.getKey(), waiting.getValue(), nowMs);
            }
        }
    }

    /** The report goes first: the fill may end the plan, and then nobody would know the command. */
    private void fire(String planId, WorkingStop stop, long nowMs) {
        listener.reported(
                new ExecutionReport(symbol(), stop.commandId(), Status.FILLED, Optional.of(stop.price()), "", nowMs));
        account.reduce(stop.quantity(), account.mark(), stop.commandId(), nowMs);
        retireIfFlat(planId);
        stopsByPlan.remove(planId);
    }

    private void fillLegs(long nowMs) {
        List<Planned.Leg> waiting = plan.filter(known -> known.isFor(account.position()))
                .map(Planned::openLegs)
                .orElse(List.of());
        String planId = plan.map(Planned::planId).orElse("");
        for (Planned.Leg leg : waiting) {
            if (isDue(leg) && executedLegs.add(leg.index())) {
                BigDecimal price = leg.limit() ? leg.price() : account.mark();
                account.reduce(leg.quantity(), price, planId + "-tp" + leg.index(), nowMs);
                retireIfFlat(planId);
            }
        }
    }

    private boolean isDue(Planned.Leg leg) {
        Position position = account.position();
        return !position.isFlat() && leg.isReachedBy(account.mark(), position.sign());
    }

    private void retireIfFlat(String planId) {
        if (account.position().isFlat()) {
            retiredPlans.add(planId);
            retire();
        }
    }

    private void report(Commanded command, Status status, String reason, long nowMs) {
        listener.reported(
                new ExecutionReport(symbol(), command.commandId(), status, command.stopPrice(), reason, nowMs));
    }

    private String symbol() {
        return account.instrument().symbol();
    }
}
