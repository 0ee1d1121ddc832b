package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** A stop order that waits for the mark price. */
record WorkingStop(String commandId, BigDecimal quantity, BigDecimal price) {

    static WorkingStop of(Commanded command) {
        return new WorkingStop(
                command.commandId(),
                command.quantity().orElseThrow(),
                command.stopPrice().orElseThrow());
    }

    /** Whether a mark at this price closes a position of this sign. */
    boolean isBreachedBy(BigDecimal mark, int sign) {
        return mark.compareTo(price) * sign <= 0;
    }
}
