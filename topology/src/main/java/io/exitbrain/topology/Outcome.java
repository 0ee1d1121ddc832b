package io.exitbrain.topology;

import io.exitbrain.domain.ExitPlan;
import io.exitbrain.domain.PlanChange;
import io.exitbrain.domain.StopCommand;
import io.exitbrain.serdes.CausedEvent;
import org.jspecify.annotations.Nullable;

/** Something on its way to its topic. */
public sealed interface Outcome {

    /** A plan's new revision, or its tombstone. */
    record Plan(PlanChange change) implements Outcome {

        /** What is written: null deletes the plan's record. */
        @Nullable
        ExitPlan planOrTombstone() {
            return change.plan().orElse(null);
        }
    }

    /** An order to the executor. */
    record Command(StopCommand command) implements Outcome {}

    /** A line of the audit trail. */
    record Event(CausedEvent event) implements Outcome {}

    /** A record that cannot be used; its reason travels in the headers. */
    record Letter(byte @Nullable [] raw) implements Outcome {}

    /** A record without a key, on its way back to {@code topic} under its symbol. */
    record Round(String topic, byte @Nullable [] raw) implements Outcome {}
}
