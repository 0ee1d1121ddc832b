package io.exitbrain.audit.book;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sides, the mark price and the time of a symbol, from the inputs only. */
public final class SymbolBook {

    private static final int FILL_IDS = 256;

    private final long settleMs;
    private final Map<String, SideBook> sides = new LinkedHashMap<>();
    private final Deque<SeenFill> seenFills = new ArrayDeque<>();
    private Optional<BigDecimal> mark = Optional.empty();
    private long markTime = SideBook.NEVER;
    private long feedTime = SideBook.NEVER;
    private boolean missesPrices;

    SymbolBook(long settleMs) {
        this.settleMs = settleMs;
        List.of("BOTH", "LONG", "SHORT").forEach(side -> sides.put(side, new SideBook(side, settleMs)));
    }

    SymbolBook copy() {
        SymbolBook copy = new SymbolBook(settleMs);
        sides.forEach((name, side) -> copy.sides.put(name, side.copy()));
        copy.seenFills.addAll(seenFills);
        copy.mark = mark;
        copy.markTime = markTime;
        copy.feedTime = feedTime;
        copy.missesPrices = missesPrices;
        return copy;
    }

    /** Throws {@link IllegalArgumentException} if {@code positionSide} is none of BOTH, LONG and SHORT. */
    public SideBook side(String positionSide) {
        return Optional.ofNullable(sides.get(positionSide))
                .orElseThrow(() ->
                        new IllegalArgumentException("positionSide must be BOTH, LONG or SHORT, was " + positionSide));
    }

    public Iterable<SideBook> sides() {
        return sides.values();
    }

    /** The newest mark price; empty if it is older than the last increase of {@code side}. */
    public Optional<BigDecimal> markFor(SideBook side) {
        return mark.filter(price -> markTime >= side.lastIncrease());
    }

    /** Whether the newest mark price may not be in the record. */
    public boolean isMarkUnknown() {
        return missesPrices;
    }

    /** The record does not have the first prices: until one comes, a mark counts in its own step only. */
    void missesPrices() {
        missesPrices = true;
    }

    void begin(InputReading reading) {
        boolean isPrice = reading.messages().get(0) instanceof MarkPrice;
        missesPrices &= !isPrice || reading.kind() == InputReading.Kind.TOLD;
        mark = missesPrices ? Optional.empty() : mark;
    }

    void fill(Fill fill) {
        Optional<SeenFill> seen = fill.fillId().map(id -> SeenFill.of(id, fill));
        if (seen.filter(this::wasSeen).isEmpty()) {
            side(fill.positionSide().name()).fill(SeenFill.execution(fill));
            seen.ifPresent(this::remember);
        }
        entries();
    }

    /** What makes a fill this fill: a trade with oneself has one id and two sides, and one trade may fill two orders. */
    private record SeenFill(String id, int direction, String positionSide, Optional<String> orderId, long time) {

        static SeenFill of(String id, Fill fill) {
            return new SeenFill(
                    id, execution(fill).signed().signum(), fill.positionSide().name(), fill.orderId(), fill.time());
        }

        static SideBook.Fill execution(Fill fill) {
            boolean buys = fill.side().name().equals("BUY");
            BigDecimal signed = buys ? fill.quantity() : fill.quantity().negate();
            return new SideBook.Fill(signed, fill.price(), fill.reduceOnly(), fill.time());
        }

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

    private void remember(SeenFill fill) {
        seenFills.addLast(fill);
        if (seenFills.size() > FILL_IDS) {
            seenFills.removeFirst();
        }
    }

    void snapshot(Snapshot row, Optional<BigDecimal> tick) {
        row.markPrice().ifPresent(price -> markedByRow(price, row.recordTime()));
        side(row.positionSide().name())
                .snapshot(new SideBook.Snapshot(row.amount(), row.entryPrice(), row.time(), row.recordTime()), tick);
        entries();
    }

    void flatEverywhere(long time) {
        SideBook.Snapshot flat = new SideBook.Snapshot(BigDecimal.ZERO, Optional.empty(), time, time);
        sides.values().forEach(side -> side.snapshot(flat, Optional.empty()));
    }

    void price(MarkPrice price) {
        marked(price.price(), price.time());
        entries();
    }

    /** A message that tells nothing of the position. */
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
        if (time >= markTime && !missesPrices) {
            mark = Optional.of(price);
            markTime = time;
        }
    }
}
