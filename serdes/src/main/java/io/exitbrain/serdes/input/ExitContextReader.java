package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.serdes.dialect.OwnNames;
import io.exitbrain.serdes.json.JsonText;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code exit-context}: the planning context of a symbol or of the account ({@code *}). A null value removes it. */
public final class ExitContextReader implements MessageReader<ExitContext> {

    @Override
    public Reading<ExitContext> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp) {
        try {
            JsonMessageReader.checkTimestamp(recordTimestamp);
            return entry(Symbols.fromKeyOrAccount(key), value);
        } catch (Refusal refusal) {
            return new Reading.Refused<>(refusal.reason());
        }
    }

    private static Reading<ExitContext> entry(String symbol, byte @Nullable [] value) {
        if (value == null) {
            return new Reading.Accepted<>(ExitContext.NONE, List.of());
        }
        Fields fields = new Fields(OwnNames.ofContext(JsonText.fieldsOf(value), ContextFields.NAMES));
        Symbols.agree(fields, symbol);
        if (ContextFields.areMissingIn(fields)) {
            throw new Refusal("no field of an exit context: expected one of " + String.join(", ", ContextFields.NAMES));
        }
        return new Reading.Accepted<>(ContextFields.of(fields), fields.faults());
    }
}
