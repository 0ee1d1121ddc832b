package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.ExitContext;
import org.jspecify.annotations.Nullable;

/** Reads {@code exit-context}: the planning context of a symbol or of the account ({@code *}). A null value removes it. */
public final class ExitContextReader extends JsonMessageReader<ExitContext> {

    @Override
    String symbol(@Nullable String key) {
        return Symbols.fromKeyOrAccount(key);
    }

    @Override
    ExitContext message(String symbol, Fields fields, long recordTimestamp) {
        return ContextFields.of(fields);
    }

    @Override
    ExitContext deleted(String symbol, long recordTimestamp) {
        return ExitContext.NONE;
    }
}
