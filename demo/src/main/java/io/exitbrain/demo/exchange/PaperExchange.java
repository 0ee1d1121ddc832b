package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Matches orders and keeps positions. Deterministic: the same calls with the same times give the same events. It uses
 * neither a clock nor Kafka.
 */
public final class PaperExchange {

    private final Map<String, ListedSymbol> symbols = new LinkedHashMap<>();
    private long lastOrder;

    public PaperExchange(List<Listing> listings, ExchangeListener listener) {
        listings.forEach(listing -> symbols.put(listing.symbol(), ListedSymbol.of(listing, listener)));
    }

    public List<Listing> listings() {
        return symbols.values().stream()
                .map(symbol -> symbol.account().listing())
                .toList();
    }

    public ExchangePosition position(String symbol) {
        return listed(symbol).account().position();
    }

    public BigDecimal mark(String symbol) {
        return listed(symbol).account().mark();
    }

    public List<String> openSymbols() {
        return symbols.entrySet().stream()
                .filter(symbol -> !symbol.getValue().account().position().isFlat())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** Sets a position that was opened before the demo started. Only snapshots report it. */
    public void inherit(String symbol, BigDecimal quantity, BigDecimal entry) {
        listed(symbol).account().inherit(ExchangePosition.opened(quantity, entry));
    }

    /** A market order of a signed quantity. */
    public void order(String symbol, BigDecimal quantity, long nowMs) {
        listed(symbol).trade(quantity, Long.toString(++lastOrder), nowMs);
    }

    /** Sets the mark price, which may trigger stops and fill take-profit legs. */
    public void price(String symbol, BigDecimal mark, long nowMs) {
        listed(symbol).price(mark, nowMs);
    }

    /** Publishes every position that changed since its last snapshot. */
    public void publishChanges(long nowMs) {
        symbols.values().forEach(symbol -> symbol.account().publishIfChanged(nowMs));
    }

    /** Publishes every position, flat ones included, as real exchanges do. */
    public void publishAll(long nowMs) {
        symbols.values().forEach(symbol -> symbol.account().publish(nowMs));
    }

    public void plan(ReceivedPlan plan) {
        known(plan.symbol()).ifPresent(symbol -> symbol.executor().plan(plan));
    }

    public void dropPlan(String symbol) {
        known(symbol).ifPresent(held -> held.executor().dropPlan());
    }

    public void command(ReceivedCommand command, long nowMs) {
        known(command.symbol()).ifPresent(symbol -> symbol.executor().command(command, nowMs));
    }

    private ListedSymbol listed(String symbol) {
        return known(symbol).orElseThrow(() -> new IllegalArgumentException("not listed: " + symbol));
    }

    private Optional<ListedSymbol> known(String symbol) {
        return Optional.ofNullable(symbols.get(symbol));
    }

    private record ListedSymbol(ExchangeAccount account, OrderExecutor executor) {

        static ListedSymbol of(Listing listing, ExchangeListener listener) {
            ExchangeAccount account = new ExchangeAccount(listing, listener);
            return new ListedSymbol(account, new OrderExecutor(account, listener));
        }

        void price(BigDecimal mark, long nowMs) {
            account.mark(mark, nowMs);
            executor.match(nowMs);
        }

        /** An order of a trader, not of the engine. */
        void trade(BigDecimal quantity, String orderId, long nowMs) {
            int signBefore = account.position().sign();
            account.trade(quantity, orderId, nowMs);
            if (signBefore != 0 && account.position().sign() != signBefore) {
                executor.retire();
            }
        }
    }
}
