package io.exitbrain.serdes;

import io.exitbrain.domain.ExecutionReport;
import io.exitbrain.domain.ReportStatus;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads {@code execution-reports}: what became of a command. */
public final class ExecutionReportReader extends JsonMessageReader<ExecutionReport> {

    private static final FieldName COMMAND_ID = FieldName.of("commandId");
    private static final FieldName STATUS = FieldName.of("status");
    private static final FieldName STOP_PRICE = FieldName.of("stopPrice");
    private static final FieldName REASON = FieldName.of("reason");
    private static final FieldName TIME = FieldName.of("time");

    @Override
    ExecutionReport message(String symbol, Fields fields, long recordTimestamp) {
        String commandId = fields.required(COMMAND_ID, TextType::id);
        ReportStatus status = fields.required(STATUS, Words.REPORT_STATUS);
        Optional<BigDecimal> stopPrice =
                fields.optional(STOP_PRICE, Decimal::notNegative).filter(price -> price.signum() > 0);
        Optional<String> reason = fields.optionalText(REASON, TextType::sentence);
        long time = fields.time(TIME, recordTimestamp);
        return new ExecutionReport(symbol, commandId, status, stopPrice, reason, time, fields.faults());
    }

    @Override
    ExecutionReport deleted(String symbol, long recordTimestamp) {
        throw new Refusal("value is null: an execution report cannot be deleted");
    }
}
