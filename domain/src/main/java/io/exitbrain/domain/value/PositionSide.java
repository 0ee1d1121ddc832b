package io.exitbrain.domain.value;

/** One of the positions that a symbol can have: the position of one-way mode, or a side of hedge mode. */
public enum PositionSide {
    BOTH,
    LONG,
    SHORT;

    public boolean isHedge() {
        return this != BOTH;
    }

    /** Whether a position of direction {@code side} may exist under this position side. */
    public boolean admits(Side side) {
        return switch (this) {
            case BOTH -> true;
            case LONG -> side == Side.LONG;
            case SHORT -> side == Side.SHORT;
        };
    }
}
