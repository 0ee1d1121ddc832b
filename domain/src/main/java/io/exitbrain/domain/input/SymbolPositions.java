package io.exitbrain.domain.input;

import io.exitbrain.domain.value.PositionSide;
import java.util.Optional;

/** The newest snapshot of each position side of a symbol. Fills are joined with it. */
public record SymbolPositions(Optional<Snapshot> both, Optional<Snapshot> longSide, Optional<Snapshot> shortSide) {

    public static final SymbolPositions NONE =
            new SymbolPositions(Optional.empty(), Optional.empty(), Optional.empty());

    public Optional<Snapshot> of(PositionSide positionSide) {
        return switch (positionSide) {
            case BOTH -> both;
            case LONG -> longSide;
            case SHORT -> shortSide;
        };
    }

    /** These positions with {@code snapshot}, unless they have a newer one for its side. */
    private SymbolPositions withNewer(Snapshot snapshot) {
        if (of(snapshot.positionSide())
                .filter(known -> known.time() > snapshot.time())
                .isPresent()) {
            return this;
        }
        Optional<Snapshot> newest = Optional.of(snapshot);
        return switch (snapshot.positionSide()) {
            case BOTH -> new SymbolPositions(newest, longSide, shortSide);
            case LONG -> new SymbolPositions(both, newest, shortSide);
            case SHORT -> new SymbolPositions(both, longSide, newest);
        };
    }

    /** These positions after {@code update}. */
    public SymbolPositions with(PositionUpdate update) {
        SymbolPositions after = this;
        for (Snapshot snapshot : update.snapshots()) {
            after = after.withNewer(snapshot);
        }
        return after;
    }
}
