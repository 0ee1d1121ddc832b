package io.exitbrain.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A symbol's sides, mark and clock, kept from the inputs alone. */
final class SymbolBook {

    private static final int FILL_IDS = 256;
    private static final String[] FILL_TIME = {"time", "T", "E", "timestamp", "ts"};
    private static final String[] SNAPSHOT_TIME = {"updateTime", "E", "T", "timestamp", "ts"};
    private static final String[] PRICE_TIME = {"time", "E", "timestamp", "ts"};

    private final Map<String, Book> sides = new LinkedHashMap<>();
    private final Set<String> fillIds = new LinkedHashSet<>();
    private Optional<BigDecimal> mark = Optional.empty();
    private long markTime = Book.NEVER;
    private long newestEventTime = Book.NEVER;
    private long newestSeenAtMs;

    SymbolBook() {
        List.of("BOTH", "LONG", "SHORT").forEach(side -> sides.put(side, new Book(side)));
    }

    Book side(String positionSide) {
        return sides.computeIfAbsent(positionSide, Book::new);
    }

    Iterable<Book> sides() {
        return sides.values();
    }

    /** The newest mark, unless it is older than what opened or last increased {@code side}. */
    Optional<BigDecimal> markFor(Book side) {
        return mark.filter(price -> markTime >= side.lastIncrease());
    }

    boolean isMarked() {
        return mark.isPresent();
    }

    /** A valid fill; {@code wallMs} is the wall clock. */
    void fill(JsonNode fill, long recordTimestamp, long wallMs) {
        long time = Wire.time(fill, recordTimestamp, FILL_TIME);
        arrived(time, wallMs);
        Optional<String> id = Wire.first(fill, "fillId", "tradeId", "t", "id").map(JsonNode::asText);
        if (id.filter(fillIds::contains).isEmpty() && side(sideOf(fill)).fill(fillOf(fill, time))) {
            id.ifPresent(this::remember);
        }
        settled(wallMs);
    }

    private static Book.Fill fillOf(JsonNode fill, long time) {
        BigDecimal quantity =
                Wire.positive(fill, "quantity", "qty", "lastFilledQty", "l").orElseThrow();
        boolean buys = Wire.word(fill, Set.of("BUY"), "side", "S").isPresent();
        return new Book.Fill(
                buys ? quantity : quantity.negate(),
                Wire.positive(fill, "price", "lastFilledPrice", "L", "ap").orElseThrow(),
                Wire.first(fill, "reduceOnly", "R").map(JsonNode::asBoolean).orElse(false),
                time);
    }

    private void remember(String id) {
        fillIds.add(id);
        if (fillIds.size() > FILL_IDS) {
            fillIds.remove(fillIds.iterator().next());
        }
    }

    /** A valid snapshot. */
    void snapshot(JsonNode snapshot, long recordTimestamp, long wallMs) {
        long time = Wire.time(snapshot, recordTimestamp, SNAPSHOT_TIME);
        arrived(time, wallMs);
        Wire.positive(snapshot, "markPrice", "mp").ifPresent(price -> marked(price, time));
        String positionSide = sideOf(snapshot);
        BigDecimal said = Wire.decimal(snapshot, "positionAmt", "pa", "amount").orElseThrow();
        BigDecimal amount = positionSide.equals("SHORT") ? said.abs().negate() : said;
        Optional<BigDecimal> entry = Wire.positive(snapshot, "entryPrice", "ep");
        side(positionSide).snapshot(new Book.Snapshot(amount, entry, time), now(wallMs));
        settled(wallMs);
    }

    void flatEverywhere(long time, long wallMs) {
        arrived(time, wallMs);
        Book.Snapshot flat = new Book.Snapshot(BigDecimal.ZERO, Optional.empty(), time);
        sides.values().forEach(side -> side.snapshot(flat, now(wallMs)));
        settled(wallMs);
    }

    /** A valid price. */
    void price(JsonNode price, long recordTimestamp, long wallMs) {
        long time = Wire.time(price, recordTimestamp, PRICE_TIME);
        if (marked(Wire.positive(price, "markPrice", "price", "p").orElseThrow(), time)) {
            arrived(time, wallMs);
        }
        settled(wallMs);
    }

    /** A valid execution report. */
    void report(JsonNode report, long recordTimestamp, long wallMs) {
        arrived(Wire.time(report, recordTimestamp, "time"), wallMs);
        settled(wallMs);
    }

    void clock(long wallMs) {
        settled(wallMs);
    }

    private void settled(long wallMs) {
        if (newestEventTime == Book.NEVER) {
            return;
        }
        for (Book side : sides.values()) {
            side.timePassed(now(wallMs));
            mark.ifPresent(side::entryIfUnknown);
        }
    }

    private void arrived(long time, long wallMs) {
        if (time > newestEventTime) {
            newestEventTime = time;
            newestSeenAtMs = wallMs;
        }
    }

    private boolean marked(BigDecimal price, long time) {
        if (time < markTime) {
            return false;
        }
        mark = Optional.of(price);
        markTime = time;
        return true;
    }

    private long now(long wallMs) {
        return newestEventTime + (wallMs - newestSeenAtMs);
    }

    static String sideOf(JsonNode message) {
        return Wire.word(message, Set.of("LONG", "SHORT"), "positionSide", "ps").orElse("BOTH");
    }
}
