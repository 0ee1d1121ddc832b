package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
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
    private final Deque<SeenFill> seenFills = new ArrayDeque<>();
    private Optional<BigDecimal> mark = Optional.empty();
    private long markTime = SideBook.NEVER;
    private long feedTime = SideBook.NEVER;

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

    /** A valid fill. */
    void fill(JsonNode fill, long recordTimestamp) {
        long time = MessageFields.time(fill, recordTimestamp, FILL_TIME);
        SideBook.Fill execution = fillOf(fill, time);
        Optional<String> id =
                MessageFields.first(fill, "fillId", "tradeId", "t", "id").map(JsonNode::asText);
        Optional<SeenFill> seen = id.map(known -> new SeenFill(
                known,
                execution.signed().signum(),
                sideOf(fill),
                MessageFields.first(fill, "orderId", "i").map(JsonNode::asText),
                time));
        if (seen.filter(this::wasSeen).isEmpty()) {
            side(sideOf(fill)).fill(execution);
            seen.ifPresent(this::remember);
        }
        entries();
    }

    /** What makes a fill this fill: a trade with oneself has one id and two sides, and one trade may fill two orders. */
    private record SeenFill(String id, int direction, String positionSide, Optional<String> orderId, long time) {

        private boolean isSameAs(SeenFill other) {
            boolean areTwoOrders = orderId.isPresent() && other.orderId.isPresent() && !orderId.equals(other.orderId);
            return id.equals(other.id)
                    && direction == other.direction
                    && positionSide.equals(other.positionSide)
                    && !areTwoOrders;
        }
    }

    private boolean wasSeen(SeenFill fill) {
        return seenFills.stream().anyMatch(fill::isSameAs)
                || (seenFills.size() == FILL_IDS && seenFills.stream().allMatch(seen -> fill.time() < seen.time()));
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

    private void remember(SeenFill fill) {
        seenFills.addLast(fill);
        if (seenFills.size() > FILL_IDS) {
            seenFills.removeFirst();
        }
    }

    /** A valid snapshot. */
    void snapshot(JsonNode snapshot, long recordTimestamp, Optional<BigDecimal> tick) {
        long time = MessageFields.time(snapshot, recordTimestamp, SNAPSHOT_TIME);
        MessageFields.positive(snapshot, "markPrice", "mp").ifPresent(price -> markedByRow(price, recordTimestamp));
        String positionSide = sideOf(snapshot);
        BigDecimal stated =
                MessageFields.decimal(snapshot, "positionAmt", "pa", "amount").orElseThrow();
        BigDecimal amount = positionSide.equals("SHORT") ? stated.abs().negate() : stated;
        Optional<BigDecimal> entry = MessageFields.positive(snapshot, "entryPrice", "ep");
        side(positionSide).snapshot(new SideBook.Snapshot(amount, entry, time, recordTimestamp), tick);
        entries();
    }

    void flatEverywhere(long time) {
        SideBook.Snapshot flat = new SideBook.Snapshot(BigDecimal.ZERO, Optional.empty(), time, time);
        sides.values().forEach(side -> side.snapshot(flat, Optional.empty()));
    }

    /** A valid price. */
    void price(JsonNode price, long recordTimestamp) {
        long time = MessageFields.time(price, recordTimestamp, PRICE_TIME);
        marked(MessageFields.positive(price, "markPrice", "price", "p").orElseThrow(), time);
        entries();
    }

    /** A valid execution report. */
    void report() {
        entries();
    }

    /** The mark price is the entry of a position that has none. */
    private void entries() {
        mark.ifPresent(price -> sides.values().forEach(side -> side.entryIfUnknown(price)));
    }

    /** A price of the feed counts unless the feed has told a newer one. */
    private void marked(BigDecimal price, long time) {
        if (time >= feedTime) {
            mark = Optional.of(price);
            markTime = time;
            feedTime = time;
        }
    }

    /** A mark inside a row counts unless any newer mark is known. */
    private void markedByRow(BigDecimal price, long time) {
        if (time >= markTime) {
            mark = Optional.of(price);
            markTime = time;
        }
    }

    static String sideOf(JsonNode message) {
        return MessageFields.word(message, Set.of("LONG", "SHORT"), "positionSide", "ps")
                .orElse("BOTH");
    }
}
