package io.exitbrain.serdes.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a decimal from a JSON number or string, exactly and in plain notation: its scale is never negative. */
public final class Decimal {

    private static final Pattern NOTATION = Pattern.compile("-?([0-9]++)(?:\\.([0-9]++))?(?:[eE]([+-]?[0-9]++))?");

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,1000}(?:\\.[0-9]{1,1000})?");

    private static final String BASE_64 =
            "(a base64 decimal of Kafka Connect? set decimal.format=NUMERIC in its converter)";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The largest length of an exponent; a longer one exceeds every limit. */
    private static final int EXPONENT_CHARACTERS = 5;

    private Decimal() {}

    /** The decimal in {@code value}; empty if it is none. */
    public static Optional<BigDecimal> in(JsonValue value) {
        try {
            return Optional.of(any(value));
        } catch (Mismatch mismatch) {
            return Optional.empty();
        }
    }

    /** Any decimal. */
    public static BigDecimal any(JsonValue value) throws Mismatch {
        if (!value.is(JsonValue.Kind.NUMBER) && !value.is(JsonValue.Kind.STRING)) {
            throw new Mismatch("must be a decimal number");
        }
        return parse(value.text());
    }

    /** > 0. */
    public static BigDecimal positive(JsonValue value) throws Mismatch {
        return positive(value, "");
    }

    /** > 0, for the price and the quantity of an execution. */
    public static BigDecimal executed(JsonValue value) throws Mismatch {
        return positive(value, "(an acknowledgement is not a fill)");
    }

    /** >= 0. */
    public static BigDecimal notNegative(JsonValue value) throws Mismatch {
        BigDecimal decimal = any(value);
        return within(decimal.signum() >= 0, decimal, "must be >= 0");
    }

    /** In {@code (0,1)}: a ratio, never a percentage. */
    public static BigDecimal ratio(JsonValue value) throws Mismatch {
        BigDecimal decimal = any(value);
        return ratio(decimal.compareTo(BigDecimal.ONE) < 0, decimal, "must be a ratio in (0,1)");
    }

    /** In {@code (0,1]}. */
    public static BigDecimal ratioUpToOne(JsonValue value) throws Mismatch {
        BigDecimal decimal = any(value);
        return ratio(decimal.compareTo(BigDecimal.ONE) <= 0, decimal, "must be a ratio in (0,1]");
    }

    private static BigDecimal ratio(boolean isBelowMax, BigDecimal decimal, String expected) throws Mismatch {
        if (isBelowMax && decimal.signum() > 0) {
            return decimal;
        }
        boolean mayBePercent = decimal.compareTo(BigDecimal.ONE) >= 0 && decimal.compareTo(HUNDRED) < 0;
        throw new Mismatch(expected, mayBePercent ? percent(decimal) : "");
    }

    private static String percent(BigDecimal decimal) {
        return "(%s %% is %s)"
                .formatted(decimal.toPlainString(), decimal.movePointLeft(2).toPlainString());
    }

    /** In {@code [min,max]}. */
    public static FieldType<BigDecimal> between(int min, int max) {
        Predicate<BigDecimal> holds = decimal ->
                decimal.compareTo(BigDecimal.valueOf(min)) >= 0 && decimal.compareTo(BigDecimal.valueOf(max)) <= 0;
        String expected = "must be in [%d,%d]".formatted(min, max);
        return value -> {
            BigDecimal decimal = any(value);
            return within(holds.test(decimal), decimal, expected);
        };
    }

    public static BigDecimal parse(String text) throws Mismatch {
        Matcher notation = NOTATION.matcher(text);
        if (!notation.matches()) {
            throw new Mismatch("must be a decimal number", text.endsWith("=") ? BASE_64 : "");
        }
        if (lengthOf(notation, 1) + lengthOf(notation, 2) > Limits.DIGITS
                || lengthOf(notation, 3) > EXPONENT_CHARACTERS) {
            throw tooLong();
        }
        return plain(new BigDecimal(text));
    }

    /** A decimal that this engine wrote: in plain notation, with any number of digits. */
    public static BigDecimal written(String name, String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new Refusal("%s must be a plain decimal, was \"%s\"".formatted(name, Text.shortened(text)));
        }
        return new BigDecimal(text);
    }

    /** {@code decimal} without a positive exponent. Too many digits are refused before the zeros are created. */
    private static BigDecimal plain(BigDecimal decimal) throws Mismatch {
        int scale = decimal.scale();
        int digits = scale <= 0 ? decimal.precision() - scale : Math.max(decimal.precision(), scale + 1);
        if (digits > Limits.DIGITS) {
            throw tooLong();
        }
        return scale < 0 ? decimal.setScale(0) : decimal;
    }

    private static int lengthOf(Matcher notation, int group) {
        return notation.start(group) < 0 ? 0 : notation.end(group) - notation.start(group);
    }

    private static BigDecimal positive(JsonValue value, String noteOnZero) throws Mismatch {
        BigDecimal decimal = any(value);
        if (decimal.signum() == 0) {
            throw new Mismatch("must be > 0", noteOnZero);
        }
        return within(decimal.signum() > 0, decimal, "must be > 0");
    }

    private static BigDecimal within(boolean holds, BigDecimal decimal, String expected) throws Mismatch {
        if (!holds) {
            throw new Mismatch(expected);
        }
        return decimal;
    }

    private static Mismatch tooLong() {
        return new Mismatch("must have at most %d digits in plain notation".formatted(Limits.DIGITS));
    }
}
