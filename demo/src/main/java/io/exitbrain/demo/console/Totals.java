package io.exitbrain.demo.console;

import io.exitbrain.demo.exchange.EngineListener;
import io.exitbrain.demo.exchange.EngineListener.AuditEvent;
import io.exitbrain.demo.exchange.ReceivedCommand;
import io.exitbrain.demo.exchange.ReceivedCommand.Action;
import io.exitbrain.demo.exchange.ReceivedPlan;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what the engine did. */
public final class Totals implements EngineListener {

    private final Set<String> plans = new HashSet<>();
    private final Set<String> orphans = new HashSet<>();
    private final Set<String> openSlots = new HashSet<>();
    private final Map<Action, Integer> commands = new EnumMap<>(Action.class);
    private int alarms;
    private int deadLetters;

    @Override
    public void onPlan(ReceivedPlan plan) {
        plans.add(plan.planId());
        openSlots.add(plan.symbol());
        if (plan.origin().equals("ORPHAN")) {
            orphans.add(plan.planId());
        }
    }

    @Override
    public void onPlanClosed(String slot) {
        openSlots.remove(slot);
    }

    @Override
    public void onCommand(ReceivedCommand command) {
        commands.merge(command.action(), 1, Integer::sum);
    }

    @Override
    public void onEvent(AuditEvent event) {
        if (event.event().equals("UNPROTECTED")) {
            alarms++;
        }
    }

    @Override
    public void onDeadLetter(String reason) {
        deadLetters++;
    }

    public int plans() {
        return plans.size();
    }

    public int orphans() {
        return orphans.size();
    }

    public int alarms() {
        return alarms;
    }

    public int deadLetters() {
        return deadLetters;
    }

    /** The symbols that have a plan, by the records received so far. */
    public Set<String> symbolsWithPlan() {
        return Set.copyOf(openSlots);
    }

    /** Such as {@code PLACE 12, MOVE 80, RESIZE 9, EXIT 7, CANCEL 11}. */
    public String commands() {
        return Arrays.stream(Action.values())
                .map(action -> action + " " + commands.getOrDefault(action, 0))
                .collect(Collectors.joining(", "));
    }
}
