package io.exitbrain.domain.input;

import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
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
        // What once was told is not forgotten because a later record is silent.
        Optional<BigDecimal> leverage =
                snapshot.leverage().or(() -> of(snapshot.positionSide()).flatMap(Snapshot::leverage));
        return replaced(snapshot.withLeverage(leverage));
    }

    private SymbolPositions replaced(Snapshot snapshot) {
        Optional<Snapshot> newest = Optional.of(snapshot);
        return switch (snapshot.positionSide()) {
            case BOTH -> new SymbolPositions(newest, longSide, shortSide);
            case LONG -> new SymbolPositions(both, newest, shortSide);
            case SHORT -> new SymbolPositions(both, longSide, newest);
        };
    }

    private SymbolPositions noticed(LeverageNotice notice) {
        SymbolPositions after = this;
        for (PositionSide side : PositionSide.values()) {
            Optional<Snapshot> known = of(side).filter(snapshot -> notice.concerns(side));
            after = known.map(snapshot -> snapshot.withLeverage(Optional.of(notice.leverage())))
                    .map(after::replaced)
                    .orElse(after);
        }
        return after;
    }

    /** These positions after {@code update}. */
    public SymbolPositions with(PositionUpdate update) {
        if (update instanceof LeverageNotice notice) {
            return noticed(notice);
        }
        SymbolPositions after = this;
        for (Snapshot snapshot : update.snapshots()) {
            after = after.withNewer(snapshot);
        }
        return after;
    }
}
