package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.ExitContext;
import org.jspecify.annotations.Nullable;

/** Reads {@code exit-context}: what the planner may know, for a symbol or ({@code *}) the account; a null value takes it away. */
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
