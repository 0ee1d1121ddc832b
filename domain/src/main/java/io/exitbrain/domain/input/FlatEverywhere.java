package io.exitbrain.domain.input;

import io.exitbrain.domain.value.PositionSide;
import java.util.Arrays;
import java.util.List;

/** A tombstone on {@code positions}: the symbol is flat on every side at {@code time}, epoch milliseconds. */
public record FlatEverywhere(String symbol, long time) implements PositionUpdate {

    @Override
    public String describe() {
        return "flat on every side";
    }

    @Override
    public List<Snapshot> snapshots() {
        return Arrays.stream(PositionSide.values())
                .map(side -> Snapshot.flat(symbol, side, time))
                .toList();
    }
}
