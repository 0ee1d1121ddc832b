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
    private final Map<String, BigDecimal> steps = new HashMap<>();

    /** The step at the newest record of the symbol. A newer one reaches its plans with the next record, or with a tick of the clock. */
    private final Map<String, BigDecimal> usedSteps = new HashMap<>();

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

    /** Whether {@code quantity} is open but less than the newest known lot step, so that no order can close it. */
    boolean isDust(String symbol, BigDecimal quantity) {
        return quantity.compareTo(largestStep(symbol)) < 0;
    }

    /** Whether an order of {@code quantity} covers {@code open}: all of it but for less than one lot step. */
    boolean covers(String symbol, BigDecimal quantity, BigDecimal open) {
        return quantity.compareTo(open) == 0
                || (quantity.compareTo(open) < 0 && isDust(symbol, open.subtract(quantity)));
    }

    private BigDecimal largestStep(String symbol) {
        BigDecimal newest = steps.getOrDefault(symbol, BigDecimal.ZERO);
        return usedSteps.getOrDefault(symbol, newest).max(newest);
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
        // A plan keeps the filters that are removed, so the newest step is kept, too.
        line.object()
                .flatMap(entry -> MessageFields.positive(entry, "stepSize"))
                .ifPresent(step -> steps.put(key, step));
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
            Optional.ofNullable(steps.get(symbol.get())).ifPresent(step -> usedSteps.put(symbol.get(), step));
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
            case "positions" ->
                (json, time) -> {
                    if (isNotice(json)) {
                        symbol.report();
                    } else {
                        symbol.snapshot(json, time, tick(name));
                    }
                };
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
                        && (isNotice(message)
                                || MessageFields.decimal(message, "positionAmt", "pa", "amount")
                                        .filter(amount -> amount.signum() >= 0
                                                || !SymbolBook.sideOf(message).equals("LONG"))
                                        .isPresent());
            case "mark-prices" ->
                MessageFields.positive(message, "markPrice", "price", "p").isPresent();
            default ->
                MessageFields.first(message, "commandId").isPresent()
                        && MessageFields.word(message, STATUSES, "status").isPresent();
        };
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
