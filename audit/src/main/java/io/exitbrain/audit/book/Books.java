package io.exitbrain.audit.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.MessageFields;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.FlatEverywhere;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.Snapshot;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The state of all inputs: positions, mark prices, contexts and tick sizes. */
public final class Books {

    private static final String EMERGENCY = "ESS_ACTIVE";

    private final Terms terms;
    private final Map<String, SymbolBook> symbols = new TreeMap<>();
    private final Map<String, JsonNode> contexts;
    private final Filters filters;

    /** The step at the newest record of the symbol. A newer one reaches its plans with the next record, or with a tick of the clock. */
    private final Map<String, BigDecimal> usedSteps = new HashMap<>();

    public Books(Terms terms) {
        this.terms = terms;
        this.contexts = new HashMap<>();
        this.filters = new Filters();
    }

    private Books(Books shared) {
        this.terms = shared.terms;
        this.contexts = shared.contexts;
        this.filters = shared.filters;
    }

    /** Books that know what these know of {@code symbol}. They take messages of it, and no global entries, for themselves. */
    public Books trial(String symbol) {
        Books trial = new Books(this);
        Optional.ofNullable(symbols.get(symbol)).ifPresent(book -> trial.symbols.put(symbol, book.copy()));
        Optional.ofNullable(usedSteps.get(symbol)).ifPresent(step -> trial.usedSteps.put(symbol, step));
        return trial;
    }

    public Terms terms() {
        return terms;
    }

    /** The book of {@code symbol}; the first call opens it. */
    public SymbolBook symbol(String symbol) {
        return symbols.computeIfAbsent(symbol, name -> new SymbolBook(terms.settleMs()));
    }

    public Collection<String> symbols() {
        return List.copyOf(symbols.keySet());
    }

    public boolean isOpened(String symbol) {
        return symbols.containsKey(symbol);
    }

    /** Opens the book of a symbol of which the record does not have the begin. */
    public void openInTheMiddle(String symbol) {
        symbol(symbol).sides().forEach(SideBook::forget);
    }

    /** The record does not have the first prices of a symbol. */
    public void missesPrices(String symbol) {
        symbol(symbol).missesPrices();
    }

    public boolean isEmergency(String symbol) {
        Optional<String> own = riskMode(symbol);
        return own.or(() -> riskMode("*")).filter(EMERGENCY::equals).isPresent();
    }

    /** Whether {@code quantity} is open but less than the newest known lot step, so that no order can close it. */
    public boolean isDust(String symbol, BigDecimal quantity) {
        return quantity.compareTo(largestStep(symbol)) < 0;
    }

    /** Whether an order of {@code quantity} covers {@code open}: all of it but for less than one lot step. */
    public boolean covers(String symbol, BigDecimal quantity, BigDecimal open) {
        return quantity.compareTo(open) == 0
                || (quantity.compareTo(open) < 0 && isDust(symbol, open.subtract(quantity)));
    }

    private BigDecimal largestStep(String symbol) {
        BigDecimal newest = filters.largestStep(symbol);
        return usedSteps.getOrDefault(symbol, newest).max(newest);
    }

    private Optional<String> riskMode(String key) {
        return Optional.ofNullable(contexts.get(key))
                .flatMap(context -> MessageFields.first(context, "riskMode", "risk_mode", "risk-mode"))
                .map(mode -> mode.asText().toUpperCase(Locale.ROOT));
    }

    /** Whether the newest entry of {@code instruments} says that the contract is settled in the base currency. */
    public boolean isInverse(String symbol) {
        return filters.isInverse(symbol);
    }

    /** Takes the lot step of an entry of {@code instruments} when it is not known at which moment the engine read the entry. */
    public void expectStep(AuditRecord entry) {
        filters.expectStep(entry);
    }

    /** Takes an entry of {@code instruments} or {@code exit-context}. */
    public void takeGlobal(AuditRecord entry) {
        if (entry.topic().equals("instruments")) {
            filters.take(entry);
        } else {
            context(entry);
        }
    }

    private void context(AuditRecord entry) {
        String key = entry.key().orElse("");
        if (entry.value().isEmpty()) {
            contexts.remove(key);
        }
        entry.object().ifPresent(fields -> contexts.put(key, fields));
    }

    /** Takes the messages of an input. */
    public void take(InputReading reading) {
        reading.filters().forEach(this::takeGlobal);
        reading.sentOn().forEach(this::take);
        if (reading.symbol().isPresent() && !reading.messages().isEmpty()) {
            String name = reading.symbol().get();
            filters.step(name).ifPresent(step -> usedSteps.put(name, step));
            take(symbol(name), name, reading);
        }
    }

    /** The book of the symbol of {@code reading} as it would be after it. */
    public SymbolBook after(InputReading reading) {
        String name = reading.symbol().orElseThrow();
        SymbolBook copy = symbol(name).copy();
        take(copy, name, reading);
        return copy;
    }

    private void take(SymbolBook symbol, String name, InputReading reading) {
        symbol.begin(reading);
        reading.messages().forEach(message -> take(symbol, name, message));
    }

    private void take(SymbolBook symbol, String name, Input message) {
        if (message instanceof Fill fill) {
            symbol.fill(fill);
        } else if (message instanceof Snapshot row) {
            symbol.snapshot(row, filters.tick(name));
        } else if (message instanceof FlatEverywhere flat) {
            symbol.flatEverywhere(flat.time());
        } else if (message instanceof MarkPrice price) {
            symbol.price(price);
        } else {
            symbol.report();
        }
    }

    /** The symbols that a step may touch: that of its reading, or all. */
    public Collection<String> touchedBy(InputReading reading) {
        if (reading.kind() == InputReading.Kind.ELSEWHERE) {
            return reading.sentOn().stream()
                    .flatMap(sent -> sent.symbol().stream())
                    .toList();
        }
        return reading.symbol().<Collection<String>>map(Set::of).orElseGet(this::symbols);
    }
}
