package io.exitbrain.lab.trade;

import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The fill that opens a position. It is equal for all policies.
 *
 * @param number the number of its line in the input, from 1
 * @param fill the id of the fill, or its line if it has none
 * @param time the time of the fill, epoch milliseconds
 * @param entry its price, quote currency for one unit
 * @param quantity what it opened, base currency
 * @param risk 1 R in quote currency: entry x stop distance of the baseline x quantity
 */
public record Opening(
        int number,
        String symbol,
        PositionSide positionSide,
        Side side,
        String fill,
        long time,
        double entry,
        double quantity,
        double risk) {

    /** The day of the fill in UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    }
}
