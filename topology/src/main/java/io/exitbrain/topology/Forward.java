package io.exitbrain.topology;

import io.exitbrain.domain.ExitEvent;
import io.exitbrain.domain.Input;
import io.exitbrain.domain.PlanChange;
import io.exitbrain.domain.Step;
import io.exitbrain.domain.StopCommand;
import io.exitbrain.serdes.Cause;
import io.exitbrain.serdes.CausedEvent;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what a step decided down the flow, with what caused it. */
final class Forward {

    private final ProcessorContext<String, Outcome> context;

    Forward(ProcessorContext<String, Outcome> context) {
        this.context = context;
    }

    void all(Step step, Input input, long timestamp) {
        for (PlanChange change : step.plans()) {
            send(change.key(), new Outcome.Plan(change), timestamp);
        }
        for (StopCommand command : step.commands()) {
            send(command.symbol(), new Outcome.Command(command), timestamp);
        }
        for (ExitEvent event : step.events()) {
            send(event.symbol(), new Outcome.Event(new CausedEvent(event, causeOf(input))), timestamp);
            Account.of(event, step);
        }
    }

    private void send(String key, Outcome outcome, long timestamp) {
        context.forward(new Record<>(key, outcome, timestamp));
    }

    private Cause causeOf(Input input) {
        return context.recordMetadata()
                .map(origin -> new Cause(origin.topic(), origin.partition(), origin.offset(), input.inWords()))
                .orElseGet(() -> Cause.wallClock(context.taskId().partition(), input.inWords()));
    }
}
