package io.exitbrain.serdes.output;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitEvent.Protection;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the values of {@code exit-events}. */
public final class ExitEventDeserializer implements Deserializer<CausedEvent> {

    @Override
    public @Nullable CausedEvent deserialize(@Nullable String topic, byte @Nullable [] value) {
        return value == null ? null : JsonIn.read("exit event", value, ExitEventDeserializer::caused);
    }

    private static CausedEvent caused(JsonIn in) {
        return new CausedEvent(event(in), cause(in.object("cause")));
    }

    private static ExitEvent event(JsonIn in) {
        return new ExitEvent(
                in.word("event", ExitEvent.Kind.class),
                in.optionalText("planId"),
                in.text("symbol"),
                in.word("positionSide", PositionSide.class),
                in.isNull("version") ? Optional.empty() : Optional.of(in.integer("version")),
                in.text("rule"),
                in.optionalWord("reason", Reason.class),
                in.optionalObject("before").map(ExitEventDeserializer::protection),
                in.optionalObject("after").map(ExitEventDeserializer::protection),
                in.optionalText("detail"),
                in.number("time"));
    }

    private static Protection protection(JsonIn in) {
        return new Protection(in.optionalDecimal("stopPrice"), in.decimal("quantity"));
    }

    private static Cause cause(JsonIn in) {
        long offset = in.isNull("offset") ? Cause.NO_OFFSET : in.number("offset");
        return new Cause(in.text("topic"), in.integer("partition"), offset, in.text("value"));
    }
}
