package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The fields of a row that depend on the mark price: the mark, and the room between it and the sent stop. */
final class Marked {

    private static final int DIGITS = 6;

    private Marked() {}

    /** No mark is known. */
    static void unknown(ObjectNode row) {
        row.putNull("mark").putNull("markTime").putNull("room").putNull("roomPct");
    }

    /**
     * Puts a mark of {@code timeMs}. The room is the distance to the sent stop, in price and as a ratio of the mark, rounded down. It is 0 or
     * less if the mark is at the stop or beyond it.
     */
    static void put(ObjectNode row, BigDecimal mark, long timeMs) {
        row.put("mark", mark.toPlainString()).put("markTime", timeMs);
        JsonNode stop = row.path("stop").path("price");
        if (!stop.isTextual()) {
            row.putNull("room").putNull("roomPct");
            return;
        }
        BigDecimal room = Side.valueOf(row.path("side").asText()).sign(mark.subtract(new BigDecimal(stop.asText())));
        row.put("room", room.toPlainString())
                .put("roomPct", room.divide(mark, DIGITS, RoundingMode.FLOOR).toPlainString());
    }
}
