package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.book.InputReader;
import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.MessageFields;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.FlatEverywhere;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.LeverageNotice;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** A second, simple reading of the message contract, by our own names only. It does not use the readers of the engine. */
final class OwnReader implements InputReader {

    private static final Set<String> SIDES = Set.of("BUY", "SELL");
    private static final Set<String> POSITION_SIDES = Set.of("BOTH", "LONG", "SHORT");
    private static final Set<String> STATUSES = Set.of("ACCEPTED", "REJECTED", "FILLED", "CANCELED");
    private static final String[] FILL_TIME = {"time", "T", "E", "timestamp", "ts"};
    private static final String[] SNAPSHOT_TIME = {"updateTime", "E", "T", "timestamp", "ts"};
    private static final String[] PRICE_TIME = {"time", "E", "timestamp", "ts"};

    @Override
    public InputReading read(AuditRecord line) {
        if (line.isClock()) {
            return InputReading.of(InputReading.Kind.CLOCK, Optional.empty());
        }
        return line.isKeyedInput() ? record(line) : InputReading.of(InputReading.Kind.GLOBAL, Optional.empty());
    }

    private static InputReading record(AuditRecord line) {
        Optional<JsonNode> message = line.object();
        Optional<String> symbol = line.key()
                .or(() -> message.flatMap(json -> MessageFields.first(json, "symbol", "s"))
                        .map(JsonNode::asText));
        if (symbol.isEmpty()) {
            return InputReading.of(InputReading.Kind.INVALID, symbol);
        }
        if (line.value().isEmpty()) {
            return deleted(line, symbol.get());
        }
        return message.filter(json -> namesNoOther(json, symbol.get()) && isValid(line.topic(), json))
                .map(json -> InputReading.valid(symbol.get(), message(line, symbol.get(), json)))
                .orElseGet(() -> InputReading.of(InputReading.Kind.INVALID, symbol));
    }

    private static InputReading deleted(AuditRecord line, String symbol) {
        return line.topic().equals("positions")
                ? InputReading.valid(symbol, new FlatEverywhere(symbol, line.timestamp()))
                : InputReading.of(InputReading.Kind.INVALID, Optional.of(symbol));
    }

    private static Input message(AuditRecord line, String symbol, JsonNode json) {
        return switch (line.topic()) {
            case "order-fills" -> fill(symbol, json, line.timestamp());
            case "positions" -> position(symbol, json, line.timestamp());
            case "mark-prices" ->
                new MarkPrice(
                        symbol,
                        MessageFields.positive(json, "markPrice", "price", "p").orElseThrow(),
                        MessageFields.time(json, line.timestamp(), PRICE_TIME));
            default ->
                new ExecutionReport(
                        symbol,
                        json.path("commandId").asText(),
                        ExecutionReport.Status.valueOf(
                                MessageFields.word(json, STATUSES, "status").orElseThrow()),
                        Optional.empty(),
                        Optional.empty(),
                        line.timestamp());
        };
    }

    private static Fill fill(String symbol, JsonNode json, long recordTimestamp) {
        return new Fill(
                symbol,
                OrderSide.valueOf(MessageFields.word(json, SIDES, "side", "S").orElseThrow()),
                MessageFields.positive(json, "price", "lastFilledPrice", "L", "ap")
                        .orElseThrow(),
                MessageFields.positive(json, "quantity", "qty", "lastFilledQty", "l")
                        .orElseThrow(),
                MessageFields.first(json, "fillId", "tradeId", "t", "id").map(JsonNode::asText),
                MessageFields.first(json, "orderId", "i").map(JsonNode::asText),
                sideOf(json),
                MessageFields.first(json, "reduceOnly", "R")
                        .map(JsonNode::asBoolean)
                        .orElse(false),
                Optional.empty(),
                ExitContext.NONE,
                MessageFields.time(json, recordTimestamp, FILL_TIME));
    }

    private static Input position(String symbol, JsonNode json, long recordTimestamp) {
        long time = MessageFields.time(json, recordTimestamp, SNAPSHOT_TIME);
        if (isNotice(json)) {
            BigDecimal leverage = MessageFields.decimal(json, "leverage").orElse(BigDecimal.ONE);
            return new LeverageNotice(symbol, sideOf(json), leverage, time);
        }
        BigDecimal stated =
                MessageFields.decimal(json, "positionAmt", "pa", "amount").orElseThrow();
        return new Snapshot(
                symbol,
                sideOf(json),
                sideOf(json) == PositionSide.SHORT ? stated.abs().negate() : stated,
                MessageFields.positive(json, "entryPrice", "ep"),
                MessageFields.positive(json, "markPrice", "mp"),
                Optional.empty(),
                Optional.empty(),
                time,
                recordTimestamp);
    }

    private static PositionSide sideOf(JsonNode message) {
        return MessageFields.word(message, POSITION_SIDES, "positionSide", "ps")
                .map(PositionSide::valueOf)
                .orElse(PositionSide.BOTH);
    }

    private static boolean namesNoOther(JsonNode message, String symbol) {
        return MessageFields.first(message, "symbol", "s")
                .filter(name -> !name.asText().equals(symbol))
                .isEmpty();
    }

    private static boolean isValid(String topic, JsonNode message) {
        return switch (topic) {
            case "order-fills" ->
                MessageFields.word(message, SIDES, "side", "S").isPresent()
                        && MessageFields.positive(message, "price", "lastFilledPrice", "L", "ap")
                                .isPresent()
                        && MessageFields.positive(message, "quantity", "qty", "lastFilledQty", "l")
                                .isPresent()
                        && hasGoodSide(message);
            case "positions" -> hasGoodSide(message) && (isNotice(message) || hasGoodAmount(message));
            case "mark-prices" ->
                MessageFields.positive(message, "markPrice", "price", "p").isPresent();
            default ->
                MessageFields.first(message, "commandId").isPresent()
                        && MessageFields.word(message, STATUSES, "status").isPresent();
        };
    }

    private static boolean hasGoodAmount(JsonNode message) {
        return MessageFields.decimal(message, "positionAmt", "pa", "amount")
                .filter(amount -> amount.signum() >= 0 || sideOf(message) != PositionSide.LONG)
                .isPresent();
    }

    /** A leverage alone says nothing of the position. */
    private static boolean isNotice(JsonNode message) {
        return MessageFields.first(message, "leverage").isPresent()
                && MessageFields.first(message, "positionAmt", "pa", "amount", "entryPrice", "ep", "markPrice", "mp")
                        .isEmpty();
    }

    private static boolean hasGoodSide(JsonNode message) {
        return MessageFields.first(message, "positionSide", "ps").isEmpty()
                || MessageFields.word(message, POSITION_SIDES, "positionSide", "ps")
                        .isPresent();
    }
}
