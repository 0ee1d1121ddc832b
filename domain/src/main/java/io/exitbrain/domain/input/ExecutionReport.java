package io.exitbrain.domain.input;

import java.math.BigDecimal;
import java.util.Optional;

/** The executor's report on a command ({@code execution-reports}); {@code time} in epoch milliseconds. */
public record ExecutionReport(
        String symbol,
        String commandId,
        ExecutionReport.Status status,
        Optional<BigDecimal> stopPrice,
        Optional<String> reason,
        long time)
        implements Input {

    @Override
    public String describe() {
        return commandId + " " + status;
    }

    /** The outcome of a command. */
    public enum Status {
        ACCEPTED,
        REJECTED,
        FILLED,
        CANCELED
    }
}
