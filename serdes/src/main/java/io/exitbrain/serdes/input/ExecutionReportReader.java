package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.json.Decimal;
import io.exitbrain.serdes.json.Refusal;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads {@code execution-reports}: the outcome of a command. */
public final class ExecutionReportReader extends JsonMessageReader<ExecutionReport> {

    private static final FieldName COMMAND_ID = FieldName.of("commandId");
    private static final FieldName STATUS = FieldName.of("status");
    private static final FieldName STOP_PRICE = FieldName.of("stopPrice");
    private static final FieldName REASON = FieldName.of("reason");
    private static final FieldName TIME = FieldName.of("time");

    public ExecutionReportReader() {
        super(MessageKind.EXECUTION_REPORT);
    }

    @Override
    ExecutionReport message(String symbol, Fields fields, long recordTimestamp) {
        String commandId = fields.required(COMMAND_ID, FieldTypes::id);
        ExecutionReport.Status status = fields.required(STATUS, EnumField.REPORT_STATUS);
        Optional<BigDecimal> stopPrice =
                fields.optional(STOP_PRICE, Decimal::notNegative).filter(price -> price.signum() > 0);
        Optional<String> reason = fields.optionalText(REASON, FieldTypes::sentence);
        long time = fields.time(TIME, recordTimestamp);
        return new ExecutionReport(symbol, commandId, status, stopPrice, reason, time);
    }

    @Override
    ExecutionReport deleted(String symbol, long recordTimestamp) {
        throw new Refusal("value is null: an execution report cannot be deleted");
    }
}
