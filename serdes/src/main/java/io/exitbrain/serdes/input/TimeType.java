package io.exitbrain.serdes.input;

import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.FieldType;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Limits;
import io.exitbrain.serdes.json.Mismatch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * A point in time: a number of seconds, milliseconds, microseconds or nanoseconds since 1970, or ISO-8601 with an offset. The magnitude of a
 * number tells its unit; the ranges do not overlap for any date between 2001 and 5138.
 */
public final class TimeType {

    /** The earliest time in milliseconds: 2001-09-09. */
    public static final long MIN_MS = 1_000_000_000_000L;

    /** The latest time in milliseconds: the year 5138. */
    public static final long MAX_MS = 100_000_000_000_000L;

    private static final BigDecimal MIN_SECONDS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(100_000_000_000L);

    /** Seconds, milliseconds, microseconds, nanoseconds: each unit is a thousandth of the one before. */
    private static final int UNITS = 4;

    private static final String EXPECTED =
            "must be epoch seconds, milliseconds, microseconds or nanoseconds, or ISO-8601 with an offset";

    private TimeType() {}

    /** A time at most {@link Limits#AHEAD_MS} after {@code recordTimestamp}, in epoch milliseconds. */
    static FieldType<Long> notAfter(long recordTimestamp) {
        return value -> {
            long time = read(value);
            if (time - recordTimestamp > Limits.AHEAD_MS) {
                throw new Mismatch("must not be more than %d s after the record's timestamp %d"
                        .formatted(Limits.AHEAD_MS / 1000, recordTimestamp));
            }
            return time;
        };
    }

    static long read(JsonValue value) throws Mismatch {
        boolean isNumber = value.is(JsonValue.Kind.NUMBER) || Decimal.in(value).isPresent();
        if (isNumber) {
            return milliseconds(value);
        }
        if (value.is(JsonValue.Kind.STRING)) {
            return iso(value.text());
        }
        throw new Mismatch(EXPECTED);
    }

    private static long milliseconds(JsonValue value) throws Mismatch {
        BigDecimal seconds = Decimal.in(value).orElseThrow(() -> new Mismatch(EXPECTED));
        for (int unit = 0; unit < UNITS; unit++) {
            if (seconds.compareTo(MIN_SECONDS) >= 0 && seconds.compareTo(MAX_SECONDS) <= 0) {
                return seconds.movePointRight(3).setScale(0, RoundingMode.FLOOR).longValueExact();
            }
            seconds = seconds.movePointLeft(3);
        }
        throw new Mismatch(EXPECTED);
    }

    private static long iso(String text) throws Mismatch {
        try {
            long time = OffsetDateTime.parse(text).toInstant().toEpochMilli();
            if (time < MIN_MS || time > MAX_MS) {
                throw new Mismatch("must not be before 2001");
            }
            return time;
        } catch (DateTimeException | ArithmeticException e) {
            throw new Mismatch(EXPECTED);
        }
    }
}
