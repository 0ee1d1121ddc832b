package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The state of all inputs: positions, mark prices, contexts and tick sizes. */
final class Books {

    /** The kind of an input line, by the contract of its topic. */
    enum Kind {
        VALID,
        INVALID,
        GLOBAL,
        CLOCK
    }

    /** @param symbol empty if the line has none, or if it means all symbols */
    record Read(Kind kind, Optional<String> symbol) {}

    private static final Set<String> SIDES = Set.of("BUY", "SELL");
    private static final Set<String> POSITION_SIDES = Set.of("BOTH", "LONG", "SHORT");
    private static final Set<String> STATUSES = Set.of("ACCEPTED", "REJECTED", "FILLED", "CANCELED");

    private final Map<String, SymbolBook> symbols = new TreeMap<>();
    private final Map<String, JsonNode> contexts = new HashMap<>();
    private final Map<String, BigDecimal> ticks = new HashMap<>();

    Read apply(Line line) {
        if (line.isAdvance()) {
            return new Read(Kind.CLOCK, Optional.empty());
        }
        return switch (line.topic()) {
            case "instruments" -> instrument(line);
            case "exit-context" -> context(line);
            default -> record(line);
        };
    }

    SymbolBook symbol(String symbol) {
        return symbols.computeIfAbsent(symbol, name -> new SymbolBook());
    }

    Collection<String> symbols() {
        return List.copyOf(symbols.keySet());
    }

    boolean isEmergency(String symbol) {
        Optional<String> own = riskMode(symbol);
        return own.or(() -> riskMode("*")).filter("ESS_ACTIVE"::equals).isPresent();
    }

    /** The latest tick size; empty if there is none. */
    Optional<BigDecimal> tick(String symbol) {
        return Optional.ofNullable(ticks.get(symbol));
    }

    private Optional<String> riskMode(String key) {
        return Optional.ofNullable(contexts.get(key))
                .flatMap(context -> MessageFields.first(context, "riskMode"))
                .map(JsonNode::asText);
    }

    private Read instrument(Line line) {
        String key = line.key().orElse("");
        if (line.value().isEmpty()) {
            ticks.remove(key);
        }
        line.object()
                .flatMap(entry -> MessageFields.positive(entry, "tickSize"))
                .ifPresent(tick -> ticks.put(key, tick));
        return new Read(Kind.GLOBAL, Optional.empty());
    }

    private Read context(Line line) {
        String key = line.key().orElse("");
        if (line.value().isEmpty()) {
            contexts.remove(key);
        }
        line.object().ifPresent(entry -> contexts.put(key, entry));
        return new Read(Kind.GLOBAL, Optional.empty());
    }

    private Read record(Line line) {
        Optional<JsonNode> message = line.object();
        Optional<String> symbol = line.key()
                .or(() -> message.flatMap(json -> MessageFields.first(json, "symbol", "s"))
                        .map(JsonNode::asText));
        if (symbol.isEmpty()) {
            return new Read(Kind.INVALID, symbol);
        }
        if (line.value().isEmpty()) {
            return deleted(line, symbol.get());
        }
        boolean valid = message.filter(json -> namesNoOther(json, symbol.get()) && isValid(line.topic(), json))
                .isPresent();
        if (valid) {
            effect(line.topic(), symbol.get()).accept(message.get(), line.timestamp());
        }
        return new Read(valid ? Kind.VALID : Kind.INVALID, symbol);
    }

    private Read deleted(Line line, String symbol) {
        if (!line.topic().equals("positions")) {
            return new Read(Kind.INVALID, Optional.of(symbol));
        }
        symbol(symbol).flatEverywhere(line.timestamp());
        return new Read(Kind.VALID, Optional.of(symbol));
    }

    private BiConsumer<JsonNode, Long> effect(String topic, String name) {
        SymbolBook symbol = symbol(name);
        return switch (topic) {
            case "order-fills" -> (json, time) -> symbol.fill(json, time);
            case "positions" -> (json, time) -> symbol.snapshot(json, time, tick(name));
            case "mark-prices" -> (json, time) -> symbol.price(json, time);
            default -> (json, time) -> symbol.report();
        };
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
            case "positions" ->
                hasGoodSide(message)
                        && MessageFields.decimal(message, "positionAmt", "pa", "amount")
                                .filter(amount -> amount.signum() >= 0
                                        || !SymbolBook.sideOf(message).equals("LONG"))
                                .isPresent();
            case "mark-prices" ->
                MessageFields.positive(message, "markPrice", "price", "p").isPresent();
            default ->
                MessageFields.first(message, "commandId").isPresent()
                        && MessageFields.word(message, STATUSES, "status").isPresent();
        };
    }

    private static boolean hasGoodSide(JsonNode message) {
        return MessageFields.first(message, "positionSide", "ps").isEmpty()
                || MessageFields.word(message, POSITION_SIDES, "positionSide", "ps")
                        .isPresent();
    }
}
