package io.exitbrain.topology.vitals;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;

/** Counts what the rules decided. The stream threads write it; metrics read it. */
public final class DecisionVitals {

    private final Counts<Command> commands = new Counts<>();
    private final Map<ExitEvent.Kind, LongAdder> events = new EnumMap<>(ExitEvent.Kind.class);
    private final Counts<ExecutionReport.Status> reports = new Counts<>();
    private final LongAdder exitRepeats = new LongAdder();
    private volatile DoubleConsumer exitGaps = gap -> {};

    /** What a command does, and why. */
    public record Command(Action action, Reason reason) {}

    DecisionVitals() {
        for (ExitEvent.Kind kind : ExitEvent.Kind.values()) {
            events.put(kind, new LongAdder());
        }
    }

    /** Sends the gap of each exit to {@code observer}: how far the mark was beyond the stop, as a ratio of the stop. */
    public void observeExitGaps(DoubleConsumer observer) {
        exitGaps = observer;
    }

    void decided(SymbolState before, Input input, Step step) {
        if (input instanceof ExecutionReport report) {
            reports.add(report.status());
        }
        for (StopCommand command : step.commands()) {
            commands.add(new Command(command.action(), command.reason()));
            if (command.isRepeatAfter(before)) {
                exitRepeats.increment();
            } else {
                command.exitGap().ifPresent(gap -> exitGaps.accept(gap.doubleValue()));
            }
        }
        for (ExitEvent event : step.events()) {
            counter(event.event()).increment();
        }
    }

    public Counts<Command> commands() {
        return commands;
    }

    /** The execution reports, by status. */
    public Counts<ExecutionReport.Status> reports() {
        return reports;
    }

    public long events(ExitEvent.Kind kind) {
        return counter(kind).sum();
    }

    /** The number of EXIT commands that were sent again, because the position was still open. */
    public long exitRepeats() {
        return exitRepeats.sum();
    }

    private LongAdder counter(ExitEvent.Kind kind) {
        return Objects.requireNonNull(events.get(kind), "every kind has its counter");
    }
}
