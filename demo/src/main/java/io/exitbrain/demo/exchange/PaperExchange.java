package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Matches orders and keeps positions. Deterministic: the same calls with the same times give the same events; it knows
 * no clock and no Kafka.
 */
public final class PaperExchange {

    private final Map<String, SymbolBook> books = new LinkedHashMap<>();
    private long lastOrder;

    public PaperExchange(List<Instrument> instruments, ExchangeListener listener) {
        instruments.forEach(listed -> books.put(listed.symbol(), new SymbolBook(listed, listener)));
    }

    public List<Instrument> instruments() {
        return books.values().stream().map(book -> book.account().instrument()).toList();
    }

    public Position position(String symbol) {
        return book(symbol).account().position();
    }

    public BigDecimal mark(String symbol) {
        return book(symbol).account().mark();
    }

    public List<String> openSymbols() {
        return books.entrySet().stream()
                .filter(book -> !book.getValue().account().position().isFlat())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** A position that was opened before anybody looked: only snapshots will tell of it. */
    public void inherit(String symbol, BigDecimal quantity, BigDecimal entry) {
        book(symbol).account().inherit(Position.opened(quantity, entry));
    }

    /** A market order of a signed quantity. */
    public void order(String symbol, BigDecimal quantity, long nowMs) {
        book(symbol).trade(quantity, Long.toString(++lastOrder), nowMs);
    }

    /** A new mark price: stops that it passes fire, legs that it reaches fill. */
    public void price(String symbol, BigDecimal mark, long nowMs) {
        book(symbol).price(mark, nowMs);
    }

    /** Tells of every position that changed since it was last told of. */
    public void publishChanges(long nowMs) {
        books.values().forEach(book -> book.account().publishIfChanged(nowMs));
    }

    /** Tells of every position, the flat ones too, as exchanges do. */
    public void publishAll(long nowMs) {
        books.values().forEach(book -> book.account().publish(nowMs));
    }

    public void plan(Planned plan) {
        known(plan.symbol()).ifPresent(book -> book.executor().plan(plan));
    }

    public void dropPlan(String symbol) {
        known(symbol).ifPresent(book -> book.executor().dropPlan());
    }

    public void command(Commanded command, long nowMs) {
        known(command.symbol()).ifPresent(book -> book.executor().command(command, nowMs));
    }

    private SymbolBook book(String symbol) {
        return known(symbol).orElseThrow(() -> new IllegalArgumentException("not listed: " + symbol));
    }

    private Optional<SymbolBook> known(String symbol) {
        return Optional.ofNullable(books.get(symbol));
    }
}
