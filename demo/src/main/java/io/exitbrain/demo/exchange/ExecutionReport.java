package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What became of a command.
 *
 * @param reason one sentence; empty where nothing needs saying
 */
public record ExecutionReport(
        String symbol, String commandId, Status status, Optional<BigDecimal> stopPrice, String reason, long timeMs) {

    /** The four ends a command can come to. */
    public enum Status {
        ACCEPTED,
        REJECTED,
        FILLED,
        CANCELED
    }
}
