package io.exitbrain.audit.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.book.Books;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.book.SideBook;
import io.exitbrain.audit.record.MessageFields;
import java.math.BigDecimal;
import java.util.Optional;

/** The positions that were open before the record begins: what the engine says of them is believed once. */
final class Adoption {

    private final Books books;

    Adoption(Books books) {
        this.books = books;
    }

    /** The side that a plan or a command is about. */
    SideBook sideOf(JsonNode message) {
        return books.symbol(message.path("symbol").asText()).side(positionSideOf(message));
    }

    private static String positionSideOf(JsonNode message) {
        String side = message.path("positionSide").asText();
        return side.equals("LONG") || side.equals("SHORT") ? side : "BOTH";
    }

    /** A plan shows a position. */
    void adopt(JsonNode plan, long time) {
        SideBook side = sideOf(plan);
        if (!side.isKnown()) {
            BigDecimal quantity = MessageFields.decimal(plan, "quantity").orElse(BigDecimal.ZERO);
            boolean isShort = plan.path("side").asText().equals("SHORT");
            side.adopt(isShort ? quantity.negate() : quantity, MessageFields.positive(plan, "entryPrice"), time);
        }
    }

    /** The plan of {@code slot} has ended. */
    void adoptFlat(String slot, long time) {
        String symbol = ObservedPlan.symbolOf(slot);
        for (SideBook side : books.symbol(symbol).sides()) {
            if (!side.isKnown()
                    && ObservedPlan.slotOf(symbol, side.positionSide()).equals(slot)) {
                side.adopt(BigDecimal.ZERO, Optional.empty(), time);
            }
        }
    }
}
