package io.exitbrain.serdes;

import io.exitbrain.domain.Context;
import org.jspecify.annotations.Nullable;

/** Reads {@code exit-context}: what the planner may know, for a symbol or ({@code *}) the account; a null value takes it away. */
public final class ExitContextReader extends JsonMessageReader<Context> {

    @Override
    String symbol(@Nullable String key) {
        return Symbols.fromKeyOrAccount(key);
    }

    @Override
    Context message(String symbol, Fields fields, long recordTimestamp) {
        return ContextFields.of(fields);
    }

    @Override
    Context deleted(String symbol, long recordTimestamp) {
        return Context.NONE;
    }
}
