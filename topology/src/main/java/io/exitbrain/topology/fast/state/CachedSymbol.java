package io.exitbrain.topology.fast.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.quiet.QuietBand;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.Times;
import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.state.SymbolEntry;
import io.exitbrain.topology.vitals.TaskVitals;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The in-memory entry of a symbol: its quiet band, the wall time of its last record, and the decoded state if it is loaded. A written
 * state can be dropped ({@link #evict}); the next use decodes it again from the store.
 */
public final class CachedSymbol extends AbsorbedPrices implements SymbolEntry {

    private final String symbol;
    private final SymbolSource source;
    private final boolean isAway;
    private long seenAtMs;
    private ReferenceData.VersionedContext context;
    private long newestMark;
    private long newestPrice;
    private long newestEventTime;
    private long newestOtherTime;
    private boolean isWritten = true;

    // Null means none: these fields are read for each price, so an Optional would cost too much.
    private byte @Nullable [] encoded;
    private @Nullable SymbolState state;
    private @Nullable QuietBand band;
    /** The counts of the state if they do not depend on time, so that the state is not read every second. */
    private @Nullable TaskVitals safe;

    CachedSymbol(SymbolState state, long seenAtMs, SymbolSource source) {
        become(state.symbol().getBytes(StandardCharsets.UTF_8));
        this.symbol = state.symbol();
        this.source = source;
        this.isAway = source.isAway().test(state.symbol());
        this.state = state;
        this.seenAtMs = seenAtMs;
        this.context = source.flow().contextOf(state.symbol());
        takeTimesOf(state);
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public boolean isAway() {
        return isAway;
    }

    /** The state with the absorbed prices. */
    @Override
    public SymbolState state() {
        SymbolState now = withBest(state == null ? source.stored().apply(this) : state);
        if (state == null || hasMark()) {
            now = now.with(
                    new SymbolState.Latest(mark(now, newestMark), newestPrice, newestEventTime, newestOtherTime));
        }
        state = now;
        clearPrices();
        return now;
    }

    /** Makes {@code next} the state. A newer event time restarts the elapsed wall time. */
    void become(SymbolState next, long nowMs) {
        if (next.newestEventTime() > newestEventTime) {
            seenAtMs = nowMs;
        }
        state = next;
        safe = null;
        clearPrices();
        takeTimesOf(next);
        band = null;
    }

    /** Whether the store has this state, except for its newest times and mark. */
    boolean isWritten() {
        return isWritten;
    }

    /** Marks the state as not written. {@code encoded} is its encoded form, or null if it is encoded at the commit. */
    void awaitWriting(byte @Nullable [] encoded) {
        isWritten = false;
        this.encoded = encoded;
    }

    /** The bytes to write; empty if the state is not encoded yet. */
    Optional<byte[]> encoded() {
        return Optional.ofNullable(encoded);
    }

    void written() {
        isWritten = true;
        encoded = null;
    }

    /**
     * Absorbs the price {@code unscaled} times 10^-{@code scale} at {@code time} if it is quiet; true if it is. A quiet price changes only
     * the mark, or only the mark and the best price. A new best price must be written. No price of another partition's symbol is quiet.
     * While a MOVE is withheld, only a price of history is, by the timestamp {@code recordTime} of its record.
     */
    boolean absorb(long unscaled, int scale, long time, long recordTime, long nowMs) {
        QuietBand quiet = quietBand();
        if (time < newestMark
                || isAway
                || (quiet.isOfHistory() && !source.flow().isHistory(recordTime, nowMs))) {
            return false;
        }
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
        newestPrice = time;
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

    /** Drops the decoded state if the store has it and its positions are safe; true if no decoded state is left. */
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

    /** The context. It is read again only after an instrument or a context changed. */
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

    /** The band that prices are compared with. It is computed on demand; that is cheapest while the state is loaded. */
    public QuietBand quietBand() {
        DecisionContext now = context();
        QuietBand quiet = band;
        if (quiet == null) {
            quiet = QuietBand.of(state(), now);
            band = quiet;
        }
        return quiet;
    }

    private void takeTimesOf(SymbolState next) {
        newestMark = next.mark().map(Mark::time).orElse(Times.NEVER);
        newestPrice = next.newestPriceTime();
        newestEventTime = next.newestEventTime();
        newestOtherTime = next.newestOtherTime();
    }
}
