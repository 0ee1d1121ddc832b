package io.exitbrain.domain;

/** The three position sides a symbol can have. */
public record Slots(Slot both, Slot longSide, Slot shortSide) {

    public static final Slots EMPTY =
            new Slots(Slot.empty(PositionSide.BOTH), Slot.empty(PositionSide.LONG), Slot.empty(PositionSide.SHORT));

    public Slot of(PositionSide positionSide) {
        return switch (positionSide) {
            case BOTH -> both;
            case LONG -> longSide;
            case SHORT -> shortSide;
        };
    }

    public Slots with(Slot slot) {
        return switch (slot.positionSide()) {
            case BOTH -> new Slots(slot, longSide, shortSide);
            case LONG -> new Slots(both, slot, shortSide);
            case SHORT -> new Slots(both, longSide, slot);
        };
    }

    /** Whether one-way and hedge positions are open at once: they contradict each other, none of them is closed for it. */
    public boolean areMixed() {
        return both.isOpen() && (longSide.isOpen() || shortSide.isOpen());
    }
}
