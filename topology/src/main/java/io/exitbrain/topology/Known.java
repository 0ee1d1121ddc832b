package io.exitbrain.topology;

import io.exitbrain.domain.Circumstances;
import io.exitbrain.domain.MarkPrice;
import io.exitbrain.domain.QuietBand;
import io.exitbrain.domain.SymbolState;
import java.util.Optional;

/** One symbol as its task holds it in memory: the decoded state, and when its newest record was processed here. */
final class Known {

    private SymbolState state;
    private long seenAtMs;
    private Circumstances around;
    private long aroundRevision;
    private Optional<QuietBand> band = Optional.empty();

    Known(SymbolState state, long seenAtMs, Engine engine) {
        this.state = state;
        this.seenAtMs = seenAtMs;
        this.aroundRevision = engine.reference().revision();
        this.around = engine.around(state.symbol());
    }

    SymbolState state() {
        return state;
    }

    /** Takes {@code next} as the state; a newer event time is what the passing wall time counts from. */
    void become(SymbolState next, long nowMs) {
        if (next.newestEventTime() > state.newestEventTime()) {
            seenAtMs = nowMs;
        }
        state = next;
        band = Optional.empty();
    }

    /** Whether {@code price} changes nothing but the mark, which it then has. */
    boolean passesBy(MarkPrice price, long nowMs, Engine engine) {
        Circumstances now = around(engine);
        QuietBand quiet = band.orElseGet(() -> QuietBand.of(state, now));
        if (quiet.contains(price, state)) {
            become(state.marked(price), nowMs);
            band = Optional.of(quiet);
            return true;
        }
        return false;
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
            band = Optional.empty();
        }
        return around;
    }
}
