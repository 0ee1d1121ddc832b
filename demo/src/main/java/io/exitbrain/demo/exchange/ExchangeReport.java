package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The report of the exchange about one command.
 *
 * @param reason one sentence; may be empty
 */
public record ExchangeReport(
        String symbol, String commandId, Status status, Optional<BigDecimal> stopPrice, String reason, long timeMs) {

    /** The result of a command. */
    public enum Status {
        ACCEPTED,
        REJECTED,
        FILLED,
        CANCELED
    }
}
