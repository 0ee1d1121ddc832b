package io.exitbrain.serdes.output;

import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.StopCommand;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The value serdes of the output topics. */
public final class OutputSerdes {

    private OutputSerdes() {}

    /** The serde of {@code exit-plans}. */
    public static Serde<ExitPlan> exitPlan() {
        return Serdes.serdeFrom(new ExitPlanWriter(), new ExitPlanDeserializer());
    }

    /** The serde of {@code trailing-stop-commands}. */
    public static Serde<StopCommand> stopCommand() {
        return Serdes.serdeFrom(new StopCommandWriter(), new StopCommandDeserializer());
    }

    /** The serde of {@code exit-events}. */
    public static Serde<CausedEvent> exitEvent() {
        return Serdes.serdeFrom(new ExitEventWriter(), new ExitEventDeserializer());
    }
}
