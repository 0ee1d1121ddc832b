package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What became of a command, as the executor says ({@code execution-reports}); {@code time} in epoch milliseconds. */
public record ExecutionReport(
        String symbol,
        String commandId,
        ReportStatus status,
        Optional<BigDecimal> stopPrice,
        Optional<String> reason,
        long time,
        List<FieldFault> faults)
        implements Input {

    public ExecutionReport {
        faults = List.copyOf(faults);
    }

    @Override
    public String inWords() {
        return commandId + " " + status;
    }

    @Override
    public void actOn(SymbolTurn turn) {
        turn.report(this);
    }
}
