package io.exitbrain.domain.rules;

import io.exitbrain.domain.value.PositionSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * An exchange that trades one position side at random, and tells each trade by a fill and by rows, as real exchanges do: pushed within 250
 * ms of a trade and containing it, polled and taken up to 2 s before the time they carry, or carrying the time of the last change. Both
 * topics are delivered with delays of up to 1.5 s, in any interleaving, with duplicates and out of order; some records may be lost.
 */
final class SimulatedExchange {

    private static final int MAX_DELAY_MS = 1_500;
    private static final int SETTLE_MS = 2_000;
    private static final int PUSH_MS = 250;
    private static final long FIRST_TRADE = 1_000_000;

    /** What happened; {@code quantity} is signed. */
    record Trade(String id, long time, long quantity) {}

    /**
     * A record as it is read.
     *
     * @param readAt when it is read, and its record's timestamp; epoch milliseconds
     * @param quantity of a fill what it adds, of a row what was open when it was taken; signed
     * @param time the time it carries
     * @param takenAt of a row when it was taken
     */
    record Delivery(boolean isFill, String id, long readAt, long quantity, long time, long takenAt) {}

    private final Random random;
    private final PositionSide side;
    private final boolean hasLosses;
    private final List<Trade> trades = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private long position;
    private long now = FIRST_TRADE;

    SimulatedExchange(long seed, boolean hasLosses) {
        this.random = new Random(seed);
        this.side = List.of(PositionSide.BOTH, PositionSide.LONG, PositionSide.SHORT)
                .get(random.nextInt(3));
        this.hasLosses = hasLosses;
        trade();
        report();
    }

    PositionSide side() {
        return side;
    }

    /** The records in the order in which they are read. */
    List<Delivery> deliveries() {
        return deliveries;
    }

    /** What is truly open after the last trade, signed. */
    long position() {
        return position;
    }

    /** What was truly open at {@code time}, signed. */
    long positionAt(long time) {
        return trades.stream()
                .filter(trade -> trade.time() <= time)
                .mapToLong(Trade::quantity)
                .sum();
    }

    private void trade() {
        for (int i = random.nextInt(8); i >= 0; i--) {
            now += pause();
            long quantity = next();
            long part = Math.abs(quantity) > 1 && random.nextInt(3) == 0 ? quantity / 2 : quantity;
            add(part);
            if (part != quantity) {
                now += random.nextInt(50);
                add(quantity - part);
            }
        }
    }

    private int pause() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> random.nextInt(300);
            case 3, 4 -> random.nextInt(3_000);
            default -> 3_000 + random.nextInt(20_000);
        };
    }

    /** An open, an add, a reduction, a close or a flip. */
    private long next() {
        long direction = Long.signum(position);
        if (position == 0) {
            long opening = side == PositionSide.SHORT || (side == PositionSide.BOTH && random.nextBoolean()) ? -1 : 1;
            return opening * (1 + random.nextInt(9));
        }
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> direction * (1 + random.nextInt(5));
            case 3, 4, 5 -> -direction * Math.min(Math.abs(position), 1 + random.nextInt(5));
            case 6, 7 -> -position - (side == PositionSide.BOTH ? direction * (1 + random.nextInt(5)) : 0);
            default -> -position;
        };
    }

    private void add(long quantity) {
        trades.add(new Trade("t" + trades.size(), now, quantity));
        position += quantity;
    }

    private void report() {
        trades.forEach(this::fill);
        int kind = random.nextInt(3);
        if (kind == 0 || random.nextInt(3) == 0) {
            trades.forEach(this::push);
        }
        if (kind > 0) {
            poll(kind == 2);
        }
        if (hasLosses) {
            deliveries.removeIf(delivery -> random.nextInt(5) == 0);
            // the last word: a row that is younger than every trade and every other row by more than settle
            long last = now + 2L * SETTLE_MS + MAX_DELAY_MS + 12_000;
            deliveries.add(new Delivery(false, "last", last, position, last, last));
        }
        deliveries.sort(Comparator.comparingLong(Delivery::readAt));
    }

    private void fill(Trade trade) {
        Delivery fill =
                new Delivery(true, trade.id(), trade.time() + delay(), trade.quantity(), trade.time(), trade.time());
        deliveries.add(fill);
        if (random.nextInt(6) == 0) {
            deliveries.add(new Delivery(
                    true, fill.id(), fill.readAt() + random.nextInt(1_000), fill.quantity(), fill.time(), fill.time()));
        }
    }

    private void push(Trade trade) {
        if (random.nextInt(4) > 0) {
            long takenAt = trade.time() + random.nextInt(PUSH_MS + 1);
            row(takenAt, trade.time(), takenAt + delay());
        }
    }

    private void poll(boolean carriesTheLastChange) {
        long takenAt = FIRST_TRADE - 1_000 + random.nextInt(3_000);
        while (takenAt < now + 12_000) {
            long time = carriesTheLastChange ? lastChange(takenAt) : takenAt + random.nextInt(SETTLE_MS + 1);
            row(takenAt, time, Math.max(takenAt, Math.min(time, takenAt + SETTLE_MS)) + delay());
            takenAt += 500 + random.nextInt(6_000);
        }
    }

    private long lastChange(long takenAt) {
        return trades.stream()
                .mapToLong(Trade::time)
                .filter(time -> time <= takenAt)
                .max()
                .orElse(takenAt);
    }

    private void row(long takenAt, long time, long readAt) {
        deliveries.add(new Delivery(false, "row", readAt, positionAt(takenAt), time, takenAt));
    }

    private int delay() {
        return random.nextInt(MAX_DELAY_MS);
    }

    /** Whether a row's quantity is one that the side had at two moments of the row's window: nothing can decide which is meant. */
    boolean isUndecidable() {
        return deliveries.stream().filter(delivery -> !delivery.isFill()).anyMatch(this::isAmbiguous);
    }

    private boolean isAmbiguous(Delivery row) {
        long counted = Math.max(row.time(), row.readAt() - 4L * SETTLE_MS);
        Set<Long> moments = new HashSet<>();
        if (positionAt(counted - SETTLE_MS) == row.quantity()) {
            moments.add(counted - SETTLE_MS);
        }
        trades.stream()
                .map(Trade::time)
                .filter(time -> time > counted - SETTLE_MS && time <= counted + PUSH_MS)
                .filter(time -> positionAt(time) == row.quantity())
                .forEach(moments::add);
        return moments.size() > 1;
    }
}
