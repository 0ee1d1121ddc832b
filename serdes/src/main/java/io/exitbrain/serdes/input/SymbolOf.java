package io.exitbrain.serdes.input;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which symbol the value of a record without a key belongs to. */
public final class SymbolOf {

    private SymbolOf() {}

    /** The symbol that {@code value} names, or why there is none. */
    public static Reading<String> value(byte @Nullable [] value) {
        try {
            return new Reading.Accepted<>(symbol(value), List.of());
        } catch (Refusal refusal) {
            return new Reading.Refused<>("key is null; " + refusal.reason());
        }
    }

    /** The symbol that {@code value} names, if it names one. */
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
