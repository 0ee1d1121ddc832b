package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.PositionSide;

/** The three position sides a symbol can have. */
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

    public SideStates with(SideState slot) {
        return switch (slot.positionSide()) {
            case BOTH -> new SideStates(slot, longSide, shortSide);
            case LONG -> new SideStates(both, slot, shortSide);
            case SHORT -> new SideStates(both, longSide, slot);
        };
    }

    /** Whether one-way and hedge positions are open at once: they contradict each other, none of them is closed for it. */
    public boolean areMixed() {
        return both.isOpen() && (longSide.isOpen() || shortSide.isOpen());
    }
}
