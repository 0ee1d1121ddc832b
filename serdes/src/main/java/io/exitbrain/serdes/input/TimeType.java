package io.exitbrain.serdes.input;

import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.FieldType;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Limits;
import io.exitbrain.serdes.json.Mismatch;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** A point in time: epoch milliseconds as a number or as digits, or ISO-8601 with an offset. */
final class TimeType {

    private static final String EXPECTED = "must be epoch milliseconds or ISO-8601 with an offset";

    /** A number with more digits is not a valid time. */
    private static final int MAX_DIGITS = 18;

    private TimeType() {}

    /** A time not before 1970 and at most {@link Limits#AHEAD_MS} after {@code recordTimestamp}. */
    static FieldType<Long> notAfter(long recordTimestamp) {
        return value -> {
            long time = read(value);
            if (time < 0) {
                throw new Mismatch("must not be before 1970");
            }
            if (time - recordTimestamp > Limits.AHEAD_MS) {
                throw new Mismatch("must not be more than %d s after the record's timestamp %d"
                        .formatted(Limits.AHEAD_MS / 1000, recordTimestamp));
            }
            return time;
        };
    }

    static long read(JsonValue value) throws Mismatch {
        if (value.is(JsonValue.Kind.NUMBER) || isDigits(value)) {
            return milliseconds(value);
        }
        if (value.is(JsonValue.Kind.STRING)) {
            return iso(value.text());
        }
        throw new Mismatch(EXPECTED);
    }

    private static boolean isDigits(JsonValue value) {
        return value.is(JsonValue.Kind.STRING)
                && value.text().length() <= MAX_DIGITS
                && value.text().matches("-?[0-9]+");
    }

    private static long milliseconds(JsonValue value) throws Mismatch {
        try {
            return Decimal.parse(value.text()).longValueExact();
        } catch (ArithmeticException e) {
            throw new Mismatch(EXPECTED);
        }
    }

    private static long iso(String text) throws Mismatch {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new Mismatch(EXPECTED);
        }
    }
}
