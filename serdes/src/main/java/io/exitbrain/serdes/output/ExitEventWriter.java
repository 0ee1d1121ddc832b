package io.exitbrain.serdes.output;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitEvent.Protection;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes the values of {@code exit-events}. */
public final class ExitEventWriter implements Serializer<CausedEvent> {

    @Override
    public byte @Nullable [] serialize(@Nullable String topic, @Nullable CausedEvent caused) {
        return caused == null ? null : JsonOut.bytes(out -> event(out, caused.event(), caused.cause()));
    }

    private static void event(JsonOut out, ExitEvent event, Cause cause) {
        out.word("event", event.event())
                .text("planId", event.planId())
                .text("symbol", event.symbol())
                .word("positionSide", event.positionSide())
                .number("version", event.version())
                .text("rule", event.rule())
                .word("reason", event.reason());
        protection(out, "before", event.before());
        protection(out, "after", event.after());
        out.text("detail", event.detail())
                .object("cause", object -> cause(object, cause))
                .number("time", event.time());
    }

    private static void protection(JsonOut out, String name, Optional<Protection> protection) {
        protection.ifPresentOrElse(
                present -> out.object(
                        name,
                        object -> object.decimal("stopPrice", present.stopPrice())
                                .decimal("quantity", present.quantity())),
                () -> out.nothing(name));
    }

    private static void cause(JsonOut out, Cause cause) {
        out.text("topic", cause.topic()).number("partition", cause.partition());
        if (cause.offset() == Cause.NO_OFFSET) {
            out.nothing("offset");
        } else {
            out.number("offset", cause.offset());
        }
        out.text("value", cause.value());
    }
}
