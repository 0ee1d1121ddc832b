package io.exitbrain.serdes.input;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the symbol of a record without a key from its value. */
public final class SymbolOf {

    private SymbolOf() {}

    /** The symbol in {@code value}, or the reason for the refusal. */
    public static Reading<String> value(byte @Nullable [] value) {
        try {
            return new Reading.Accepted<>(symbol(value), List.of());
        } catch (Refusal refusal) {
            return new Reading.Refused<>("key is null; " + refusal.reason());
        }
    }

    /** The symbol in {@code value}, if it has one. */
    public static Optional<String> symbolIn(byte @Nullable [] value) {
        return value(value).fold(accepted -> Optional.of(accepted.message()), refused -> Optional.empty());
    }

    private static String symbol(byte @Nullable [] value) {
        if (value == null) {
            throw new Refusal("value is null: nothing names the symbol");
        }
        return Symbols.fromValue(new Fields(JsonText.fieldsOf(value)));
    }
}
