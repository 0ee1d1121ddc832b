package io.exitbrain.topology;

import io.exitbrain.domain.Circumstances;
import io.exitbrain.domain.Mark;
import io.exitbrain.domain.Newest;
import io.exitbrain.domain.QuietBand;
import io.exitbrain.domain.SymbolState;
import io.exitbrain.domain.Times;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One symbol as its task holds it in memory: what prices are compared with, when its newest record was processed here, and the decoded
 * state while it is at hand. A state that is written can be left to the store ({@link #leaveToStore}) and is decoded again when it is
 * asked for.
 */
final class Known extends SymbolKey {

    private static final byte NONE_PASSED = -1;

    /** A price of more digits may not fit a long. */
    private static final int MOST_DIGITS = 18;

    private final String symbol;
    private final Function<Known, SymbolState> stored;
    private long seenAtMs;
    private Surroundings around;
    private long newestMark;
    private long newestEventTime;
    private long newestOtherTime;
    private boolean isWritten = true;
    private byte @Nullable [] encoded;

    /** The newest price, where the state has not got it: {@code passedUnscaled} times 10^-{@code passedScale}. */
    private long passedUnscaled;

    private byte passedScale = NONE_PASSED;

    /** The best price, where the state has not got it: {@code bestUnscaled} times 10^-{@code bestScale}. */
    private long bestUnscaled;

    private byte bestScale = NONE_PASSED;

    // one object of these for each symbol, and asked for each price: null is none, an Optional would cost too much of
    // both

    /** None while it is left to the store. */
    private @Nullable SymbolState state;

    /** How the state counts, where that is not a matter of time; spares a look at every state each second. */
    private @Nullable TaskVitals safe;

    private @Nullable QuietBand band;

    /** {@code stored} gives the state as it was last written. */
    Known(SymbolState state, long seenAtMs, Engine engine, Function<Known, SymbolState> stored) {
        become(state.symbol().getBytes(StandardCharsets.UTF_8));
        this.symbol = state.symbol();
        this.stored = stored;
        this.state = state;
        this.seenAtMs = seenAtMs;
        this.around = engine.around(state.symbol());
        this.newestMark = newestMark(state);
        this.newestEventTime = state.newestEventTime();
        this.newestOtherTime = state.newestOtherTime();
    }

    String symbol() {
        return symbol;
    }

    /** The state, with what the prices that passed by have changed. */
    SymbolState state() {
        SymbolState now = state == null ? stored.apply(this) : state;
        if (bestScale != NONE_PASSED) {
            now = now.improvedTo(BigDecimal.valueOf(bestUnscaled, bestScale));
        }
        if (state == null || passedScale != NONE_PASSED) {
            now = now.with(new Newest(mark(now), newestEventTime, newestOtherTime));
        }
        state = now;
        bestScale = NONE_PASSED;
        passedScale = NONE_PASSED;
        return now;
    }

    private Optional<Mark> mark(SymbolState known) {
        return passedScale == NONE_PASSED
                ? known.mark()
                : Optional.of(new Mark(BigDecimal.valueOf(passedUnscaled, passedScale), newestMark));
    }

    /** Takes {@code next} as the state; a newer event time is what the passing wall time counts from. */
    void become(SymbolState next, long nowMs) {
        if (next.newestEventTime() > newestEventTime) {
            seenAtMs = nowMs;
        }
        state = next;
        safe = null;
        bestScale = NONE_PASSED;
        passedScale = NONE_PASSED;
        newestMark = newestMark(next);
        newestEventTime = next.newestEventTime();
        newestOtherTime = next.newestOtherTime();
        band = null;
    }

    /** Whether the store has this state, but for its newest times and mark. */
    boolean isWritten() {
        return isWritten;
    }

    /** The state is to be written: as {@code encoded}, or encoded only then where that is null. */
    void awaitsWriting(byte @Nullable [] encoded) {
        isWritten = false;
        this.encoded = encoded;
    }

    /** What it is to be written as; null where it is not encoded yet. */
    byte @Nullable [] encoded() {
        return encoded;
    }

    void written() {
        isWritten = true;
        encoded = null;
    }

    /**
     * Whether a price of {@code unscaled} times 10^-{@code scale} at {@code time} changes nothing but the mark, which it then is, and
     * the best price: then the state is to be written.
     */
    boolean passesBy(long unscaled, int scale, long time, long nowMs, Engine engine) {
        if (time < newestMark) {
            return false;
        }
        QuietBand quiet = quiet(engine);
        boolean changesNothing = quiet.contains(unscaled, scale, time);
        if (!changesNothing && !quiet.improves(unscaled, scale, time)) {
            return false;
        }
        if (!changesNothing) {
            improve(quiet, unscaled, scale);
        }
        passedUnscaled = unscaled;
        passedScale = (byte) scale;
        newestMark = time;
        if (time > newestEventTime) {
            newestEventTime = time;
            seenAtMs = nowMs;
        }
        return true;
    }

    private void improve(QuietBand before, long unscaled, int scale) {
        bestUnscaled = unscaled;
        bestScale = (byte) scale;
        band = before.improvedTo(unscaled, scale);
        awaitsWriting(null);
    }

    /** Whether nothing is due when the symbol's own clock stands at {@code clockMs}. */
    boolean isQuietAt(long clockMs, Engine engine) {
        return quiet(engine).isQuietAt(clockMs);
    }

    /** How its positions are when its own clock stands at {@code clockMs}. */
    TaskVitals vitals(long clockMs) {
        if (safe != null) {
            return safe;
        }
        TaskVitals now = TaskVitals.of(state(), clockMs);
        safe = now.unprotected() == 0 ? now : null;
        return now;
    }

    /** Leaves the state to the store, where that has it and its positions are safe; whether it does. */
    boolean leaveToStore() {
        if (state != null && isWritten && vitals(newestEventTime).unprotected() == 0 && holdsMark(state)) {
            state = null;
        }
        return state == null;
    }

    /** Whether the newest mark is held here without {@code known}; one of very many digits is not. */
    private boolean holdsMark(SymbolState known) {
        if (passedScale != NONE_PASSED || known.mark().isEmpty()) {
            return true;
        }
        BigDecimal price = known.mark().get().price();
        if (price.precision() > MOST_DIGITS || price.scale() < 0 || price.scale() > Byte.MAX_VALUE) {
            return false;
        }
        passedUnscaled = price.unscaledValue().longValueExact();
        passedScale = (byte) price.scale();
        return true;
    }

    /** The symbol's own clock: its newest event time, and the wall time since; epoch milliseconds. */
    long clockMs(long nowMs) {
        return newestEventTime + wallPassedMs(nowMs);
    }

    /** Wall time since the newest record was processed here, in milliseconds; a clock that jumps back counts as no time. */
    long wallPassedMs(long nowMs) {
        return Math.max(0, nowMs - seenAtMs);
    }

    /** Instrument and context, read again only when one of them changed somewhere. */
    Circumstances around(Engine engine) {
        if (around.revision() != engine.reference().revision()) {
            Surroundings now = engine.around(symbol);
            if (!now.circumstances().equals(around.circumstances())) {
                band = null;
            }
            around = now;
        }
        return around.circumstances();
    }

    /** What prices are compared with, made at once where it is not there: best while the state is at hand. */
    QuietBand quiet(Engine engine) {
        Circumstances now = around(engine);
        QuietBand quiet = band;
        if (quiet == null) {
            quiet = QuietBand.of(state(), now);
            band = quiet;
        }
        return quiet;
    }

    private static long newestMark(SymbolState state) {
        return state.mark().map(Mark::time).orElse(Times.NEVER);
    }
}
