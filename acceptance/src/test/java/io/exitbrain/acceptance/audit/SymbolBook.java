package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sides, the mark price and the time of a symbol, from the inputs only. */
final class SymbolBook {

    private static final int FILL_IDS = 256;
    private static final String[] FILL_TIME = {"time", "T", "E", "timestamp", "ts"};
    private static final String[] SNAPSHOT_TIME = {"updateTime", "E", "T", "timestamp", "ts"};
    private static final String[] PRICE_TIME = {"time", "E", "timestamp", "ts"};

    private final Map<String, SideBook> sides = new LinkedHashMap<>();
    private final Set<String> fillIds = new LinkedHashSet<>();
    private Optional<BigDecimal> mark = Optional.empty();
    private long markTime = SideBook.NEVER;
    private long newestEventTime = SideBook.NEVER;
    private long newestSeenAtMs;

    SymbolBook() {
        List.of("BOTH", "LONG", "SHORT").forEach(side -> sides.put(side, new SideBook(side)));
    }

    SideBook side(String positionSide) {
        return sides.computeIfAbsent(positionSide, SideBook::new);
    }

    Iterable<SideBook> sides() {
        return sides.values();
    }

    /** The newest mark price; empty if it is older than the last increase of {@code side}. */
    Optional<BigDecimal> markFor(SideBook side) {
        return mark.filter(price -> markTime >= side.lastIncrease());
    }

    boolean isMarked() {
        return mark.isPresent();
    }

    /** A valid fill; {@code wallMs} is the wall clock. */
    void fill(JsonNode fill, long recordTimestamp, long wallMs) {
        long time = MessageFields.time(fill, recordTimestamp, FILL_TIME);
        arrived(time, wallMs);
        Optional<String> id =
                MessageFields.first(fill, "fillId", "tradeId", "t", "id").map(JsonNode::asText);
        if (id.filter(fillIds::contains).isEmpty() && side(sideOf(fill)).fill(fillOf(fill, time))) {
            id.ifPresent(this::remember);
        }
        settled(wallMs);
    }

    private static SideBook.Fill fillOf(JsonNode fill, long time) {
        BigDecimal quantity = MessageFields.positive(fill, "quantity", "qty", "lastFilledQty", "l")
                .orElseThrow();
        boolean buys = MessageFields.word(fill, Set.of("BUY"), "side", "S").isPresent();
        return new SideBook.Fill(
                buys ? quantity : quantity.negate(),
                MessageFields.positive(fill, "price", "lastFilledPrice", "L", "ap")
                        .orElseThrow(),
                MessageFields.first(fill, "reduceOnly", "R")
                        .map(JsonNode::asBoolean)
                        .orElse(false),
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
        long time = MessageFields.time(snapshot, recordTimestamp, SNAPSHOT_TIME);
        arrived(time, wallMs);
        MessageFields.positive(snapshot, "markPrice", "mp").ifPresent(price -> marked(price, time));
        String positionSide = sideOf(snapshot);
        BigDecimal stated =
                MessageFields.decimal(snapshot, "positionAmt", "pa", "amount").orElseThrow();
        BigDecimal amount = positionSide.equals("SHORT") ? stated.abs().negate() : stated;
        Optional<BigDecimal> entry = MessageFields.positive(snapshot, "entryPrice", "ep");
        side(positionSide).snapshot(new SideBook.Snapshot(amount, entry, time), now(wallMs));
        settled(wallMs);
    }

    void flatEverywhere(long time, long wallMs) {
        arrived(time, wallMs);
        SideBook.Snapshot flat = new SideBook.Snapshot(BigDecimal.ZERO, Optional.empty(), time);
        sides.values().forEach(side -> side.snapshot(flat, now(wallMs)));
        settled(wallMs);
    }

    /** A valid price. */
    void price(JsonNode price, long recordTimestamp, long wallMs) {
        long time = MessageFields.time(price, recordTimestamp, PRICE_TIME);
        if (marked(MessageFields.positive(price, "markPrice", "price", "p").orElseThrow(), time)) {
            arrived(time, wallMs);
        }
        settled(wallMs);
    }

    /** A valid execution report. */
    void report(JsonNode report, long recordTimestamp, long wallMs) {
        arrived(MessageFields.time(report, recordTimestamp, "time"), wallMs);
        settled(wallMs);
    }

    void clock(long wallMs) {
        settled(wallMs);
    }

    private void settled(long wallMs) {
        if (newestEventTime == SideBook.NEVER) {
            return;
        }
        for (SideBook side : sides.values()) {
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
        return MessageFields.word(message, Set.of("LONG", "SHORT"), "positionSide", "ps")
                .orElse("BOTH");
    }
}
