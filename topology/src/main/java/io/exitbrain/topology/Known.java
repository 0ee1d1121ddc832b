package io.exitbrain.topology;

import io.exitbrain.domain.Circumstances;
import io.exitbrain.domain.Mark;
import io.exitbrain.domain.MarkPrice;
import io.exitbrain.domain.QuietBand;
import io.exitbrain.domain.SymbolState;
import io.exitbrain.domain.Times;
import org.jspecify.annotations.Nullable;

/** One symbol as its task holds it in memory: the decoded state, and when its newest record was processed here. */
final class Known {

    private SymbolState state;
    private long seenAtMs;
    private Circumstances around;
    private long aroundRevision;

    // on the way of every price, where an Optional would be made anew each time: null is none
    private @Nullable QuietBand band;
    private @Nullable MarkPrice passed;
    private long newestMark;
    private boolean isWritten = true;

    Known(SymbolState state, long seenAtMs, Engine engine) {
        this.state = state;
        this.seenAtMs = seenAtMs;
        this.aroundRevision = engine.reference().revision();
        this.around = engine.around(state.symbol());
        this.newestMark = newestMark(state);
    }

    /** The state, with the newest price that passed by as its mark. */
    SymbolState state() {
        if (passed != null) {
            state = state.marked(passed);
            passed = null;
        }
        return state;
    }

    /** Takes {@code next} as the state; a newer event time is what the passing wall time counts from. */
    void become(SymbolState next, long nowMs) {
        if (next.newestEventTime() > state().newestEventTime()) {
            seenAtMs = nowMs;
        }
        state = next;
        newestMark = newestMark(next);
        band = null;
    }

    /** Whether the store has this state, but for its newest times and mark. */
    boolean isWritten() {
        return isWritten;
    }

    void written(boolean isWritten) {
        this.isWritten = isWritten;
    }

    /** Whether {@code price} changes nothing but the mark, which it then has. */
    boolean passesBy(MarkPrice price, long nowMs, Engine engine) {
        if (!quiet(engine).contains(price, newestMark)) {
            return false;
        }
        if (price.time() > newestTime()) {
            seenAtMs = nowMs;
        }
        passed = price;
        newestMark = price.time();
        return true;
    }

    /** Whether nothing is due when the symbol's own clock stands at {@code clockMs}. */
    boolean isQuietAt(long clockMs, Engine engine) {
        return quiet(engine).isQuietAt(clockMs);
    }

    boolean hasOpenPosition() {
        return state.hasOpenPosition();
    }

    /** The symbol's own clock: its newest event time, and the wall time since; epoch milliseconds. */
    long clockMs(long nowMs) {
        return newestTime() + wallPassedMs(nowMs);
    }

    /** Wall time since the newest record was processed here, in milliseconds; a clock that jumps back counts as no time. */
    long wallPassedMs(long nowMs) {
        return Math.max(0, nowMs - seenAtMs);
    }

    /** Instrument and context, read again only when one of them changed somewhere. */
    Circumstances around(Engine engine) {
        long revision = engine.reference().revision();
        if (revision != aroundRevision) {
            around = engine.around(state.symbol());
            aroundRevision = revision;
            band = null;
        }
        return around;
    }

    private QuietBand quiet(Engine engine) {
        Circumstances now = around(engine);
        QuietBand quiet = band;
        if (quiet == null) {
            quiet = QuietBand.of(state(), now);
            band = quiet;
        }
        return quiet;
    }

    private long newestTime() {
        return Math.max(state.newestEventTime(), newestMark);
    }

    private static long newestMark(SymbolState state) {
        return state.mark().map(Mark::time).orElse(Times.NEVER);
    }
}
