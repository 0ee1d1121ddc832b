package io.exitbrain.topology.fast.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.QuietBand;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.Times;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.state.SymbolEntry;
import io.exitbrain.topology.vitals.TaskVitals;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In-memory entry of a symbol: its quiet band, the wall time of its last record, and the decoded state if it is loaded. A state that is
 * written can be dropped ({@link #evict}); it is decoded again from the store when it is asked for.
 */
public final class CachedSymbol extends AbsorbedPrices implements SymbolEntry {

    /** What all symbols of a task share; {@code stored} gives the state of a symbol as it was last written. */
    record Source(FlowContext flow, Function<CachedSymbol, SymbolState> stored) {}

    private final String symbol;
    private final Source source;
    private long seenAtMs;
    private ReferenceData.VersionedContext context;
    private long newestMark;
    private long newestEventTime;
    private long newestOtherTime;
    private boolean isWritten = true;

    // there is one of these objects for each symbol, and they are asked for each price: null is none, an Optional would
    // cost too much

    private byte @Nullable [] encoded;
    private @Nullable SymbolState state;
    private @Nullable QuietBand band;

    /** How the state counts, where that is not a matter of time; spares a look at every state each second. */
    private @Nullable TaskVitals safe;

    CachedSymbol(SymbolState state, long seenAtMs, Source source) {
        become(state.symbol().getBytes(StandardCharsets.UTF_8));
        this.symbol = state.symbol();
        this.source = source;
        this.state = state;
        this.seenAtMs = seenAtMs;
        this.context = source.flow().contextOf(state.symbol());
        this.newestMark = newestMark(state);
        this.newestEventTime = state.newestEventTime();
        this.newestOtherTime = state.newestOtherTime();
    }

    @Override
    public String symbol() {
        return symbol;
    }

    /** The state, with what the absorbed prices have changed. */
    @Override
    public SymbolState state() {
        SymbolState now = withBest(state == null ? source.stored().apply(this) : state);
        if (state == null || hasMark()) {
            now = now.with(new SymbolState.Latest(mark(now, newestMark), newestEventTime, newestOtherTime));
        }
        state = now;
        clearPrices();
        return now;
    }

    /** Takes {@code next} as the state; wall time counts from a newer event time on. */
    void become(SymbolState next, long nowMs) {
        if (next.newestEventTime() > newestEventTime) {
            seenAtMs = nowMs;
        }
        state = next;
        safe = null;
        clearPrices();
        newestMark = newestMark(next);
        newestEventTime = next.newestEventTime();
        newestOtherTime = next.newestOtherTime();
        band = null;
    }

    /** Whether the store has this state, but for its newest times and mark. */
    boolean isWritten() {
        return isWritten;
    }

    /** The state must be written: as {@code encoded}, or encoded only then where that is null. */
    void awaitWriting(byte @Nullable [] encoded) {
        isWritten = false;
        this.encoded = encoded;
    }

    /** The bytes to write; empty where the state is not encoded yet. */
    Optional<byte[]> encoded() {
        return Optional.ofNullable(encoded);
    }

    void written() {
        isWritten = true;
        encoded = null;
    }

    /**
     * Absorbs a quiet price: {@code unscaled} times 10^-{@code scale} at {@code time} changes nothing but the mark, or the mark and the
     * best price; then the state must be written.
     *
     * @return whether the price is quiet
     */
    boolean absorb(long unscaled, int scale, long time, long nowMs) {
        if (time < newestMark) {
            return false;
        }
        QuietBand quiet = quietBand();
        boolean changesNothing = quiet.contains(unscaled, scale, time);
        if (!changesNothing && !quiet.improves(unscaled, scale, time)) {
            return false;
        }
        if (!changesNothing) {
            absorbBest(unscaled, scale);
            band = quiet.improvedTo(unscaled, scale);
            awaitWriting(null);
        }
        absorbMark(unscaled, scale);
        newestMark = time;
        if (time > newestEventTime) {
            newestEventTime = time;
            seenAtMs = nowMs;
        }
        return true;
    }

    @Override
    public boolean isQuietAt(long clockMs) {
        return quietBand().isQuietAt(clockMs);
    }

    @Override
    public TaskVitals vitals(long clockMs) {
        if (safe != null) {
            return safe;
        }
        TaskVitals now = TaskVitals.of(state(), clockMs);
        safe = now.unprotected() == 0 ? now : null;
        return now;
    }

    /** Drops the decoded state, where the store has it and its positions are safe; whether there is none now. */
    boolean evict() {
        if (state != null && isWritten && vitals(newestEventTime).unprotected() == 0 && takeMarkOf(state)) {
            state = null;
        }
        return state == null;
    }

    @Override
    public long clockMs(long nowMs) {
        return newestEventTime + wallElapsedMs(nowMs);
    }

    @Override
    public long wallElapsedMs(long nowMs) {
        return Math.max(0, nowMs - seenAtMs);
    }

    /** Read again only when an instrument or a context changed somewhere. */
    @Override
    public DecisionContext context() {
        if (context.revision() != source.flow().reference().revision()) {
            ReferenceData.VersionedContext now = source.flow().contextOf(symbol);
            if (!now.context().equals(context.context())) {
                band = null;
            }
            context = now;
        }
        return context.context();
    }

    /** What prices are compared with; computed at once where there is none, best while the state is loaded. */
    public QuietBand quietBand() {
        DecisionContext now = context();
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
