package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.PositionSide;

/** The states of the three position sides of a symbol. */
public record SideStates(SideState both, SideState longSide, SideState shortSide) {

    public static final SideStates EMPTY = new SideStates(
            SideState.empty(PositionSide.BOTH),
            SideState.empty(PositionSide.LONG),
            SideState.empty(PositionSide.SHORT));

    public SideState of(PositionSide positionSide) {
        return switch (positionSide) {
            case BOTH -> both;
            case LONG -> longSide;
            case SHORT -> shortSide;
        };
    }

    public SideStates with(SideState side) {
        return switch (side.positionSide()) {
            case BOTH -> new SideStates(side, longSide, shortSide);
            case LONG -> new SideStates(both, side, shortSide);
            case SHORT -> new SideStates(both, longSide, side);
        };
    }

    /** Whether a position is open on any side. */
    public boolean anyOpen() {
        return both.isOpen() || longSide.isOpen() || shortSide.isOpen();
    }

    /** Whether one-way and hedge positions are open at the same time. They contradict each other, but none of them is closed. */
    public boolean areMixed() {
        return both.isOpen() && (longSide.isOpen() || shortSide.isOpen());
    }
}
