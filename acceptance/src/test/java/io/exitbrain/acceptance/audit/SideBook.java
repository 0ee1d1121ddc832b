package io.exitbrain.acceptance.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The position on one side of a symbol, by rule 1 only. */
final class SideBook {

    static final long NEVER = Long.MIN_VALUE / 4;

    private static final int SCALE = 18;
    private static final long SETTLE_MS = 2_000;
    private static final long HELD_MS = 5 * SETTLE_MS;

    private final String positionSide;
    private BigDecimal signed = BigDecimal.ZERO;
    private Optional<BigDecimal> entry = Optional.empty();
    private int instance;
    private long newestEvent = NEVER;
    private long newestSnapshot = NEVER;
    private long lastIncrease = NEVER;
    private long lastFillIncrease = NEVER;
    private Optional<Held> held = Optional.empty();

    /** A snapshot that waits for a confirmation. */
    private record Held(Snapshot snapshot, long since) {}

    /** A record of {@code positions} for this side; {@code amount} is signed. */
    record Snapshot(BigDecimal amount, Optional<BigDecimal> entry, long time) {}

    /** An execution; {@code signed} is positive for BUY. */
    record Fill(BigDecimal signed, BigDecimal price, boolean reduceOnly, long time) {}

    SideBook(String positionSide) {
        this.positionSide = positionSide;
    }

    boolean isOpen() {
        return signed.signum() != 0;
    }

    boolean isShort() {
        return signed.signum() < 0;
    }

    BigDecimal quantity() {
        return signed.abs();
    }

    BigDecimal signed() {
        return signed;
    }

    Optional<BigDecimal> entry() {
        return entry;
    }

    /** The number of the position; it grows each time a position opens. */
    int instance() {
        return instance;
    }

    long lastIncrease() {
        return lastIncrease;
    }

    String positionSide() {
        return positionSide;
    }

    /** Returns false if the fill is impossible; then it changes nothing. */
    boolean fill(Fill fill) {
        if (fill.time() <= newestSnapshot) {
            return true;
        }
        boolean grows = !isOpen() || fill.signed().signum() == signed.signum();
        if (grows && (fill.reduceOnly() || !admits(fill.signed()))) {
            return false;
        }
        newestEvent = Math.max(newestEvent, fill.time());
        held = Optional.empty();
        if (!isOpen()) {
            openByFill(fill, fill.signed());
        } else if (grows) {
            // an unknown entry is taken from the first price
            entry = Optional.of(entry.map(known -> average(known, fill)).orElse(fill.price()));
            signed = signed.add(fill.signed());
            lastIncrease = Math.max(lastIncrease, fill.time());
            lastFillIncrease = Math.max(lastFillIncrease, fill.time());
        } else {
            shrink(fill);
        }
        return true;
    }

    private void shrink(Fill fill) {
        BigDecimal left = signed.add(fill.signed());
        if (left.signum() == signed.signum()) {
            signed = left;
            return;
        }
        close();
        if (left.signum() != 0 && !fill.reduceOnly() && positionSide.equals("BOTH")) {
            openByFill(fill, left);
        }
    }

    private void openByFill(Fill fill, BigDecimal amount) {
        open(amount, Optional.of(fill.price()), fill.time());
        lastFillIncrease = fill.time();
    }

    private BigDecimal average(BigDecimal known, Fill fill) {
        return known.multiply(signed)
                .add(fill.price().multiply(fill.signed()))
                .divide(signed.add(fill.signed()), SCALE, RoundingMode.HALF_EVEN);
    }

    /** True if this side may hold a position of this sign. */
    private boolean admits(BigDecimal amount) {
        return switch (positionSide) {
            case "LONG" -> amount.signum() > 0;
            case "SHORT" -> amount.signum() < 0;
            default -> true;
        };
    }

    /** {@code now} is the time of the symbol. */
    void snapshot(Snapshot snapshot, long now) {
        if (snapshot.time() < newestEvent) {
            return;
        }
        if (mustSettle(snapshot)) {
            held = Optional.of(new Held(snapshot, now));
        } else {
            apply(snapshot);
        }
    }

    private boolean mustSettle(Snapshot snapshot) {
        boolean early = isOpen()
                && lastFillIncrease != NEVER
                && snapshot.time() - lastFillIncrease < SETTLE_MS
                && (snapshot.amount().signum() != signed.signum()
                        || snapshot.amount().abs().compareTo(signed.abs()) < 0);
        boolean repeats = held.filter(
                        first -> snapshot.time() > first.snapshot().time()
                                && snapshot.amount().compareTo(first.snapshot().amount()) == 0)
                .isPresent();
        return early && !repeats;
    }

    /** A held snapshot counts if no other record contradicts it for {@code HELD_MS}. */
    void timePassed(long now) {
        held.filter(waiting -> now - waiting.since() >= HELD_MS).ifPresent(waiting -> apply(waiting.snapshot()));
    }

    private void apply(Snapshot snapshot) {
        newestEvent = Math.max(newestEvent, snapshot.time());
        newestSnapshot = Math.max(newestSnapshot, snapshot.time());
        held = Optional.empty();
        if (snapshot.amount().signum() == 0) {
            close();
        } else if (snapshot.amount().signum() != signed.signum()) {
            close();
            open(snapshot.amount(), snapshot.entry(), snapshot.time());
        } else {
            if (snapshot.amount().abs().compareTo(signed.abs()) > 0) {
                lastIncrease = Math.max(lastIncrease, snapshot.time());
            }
            signed = snapshot.amount();
            entry = snapshot.entry().or(() -> entry);
        }
    }

    private void open(BigDecimal amount, Optional<BigDecimal> price, long time) {
        signed = amount;
        entry = price;
        instance++;
        lastIncrease = time;
        lastFillIncrease = NEVER;
    }

    private void close() {
        signed = BigDecimal.ZERO;
        entry = Optional.empty();
    }

    /** Sets an unknown entry to the mark price. */
    void entryIfUnknown(BigDecimal mark) {
        if (isOpen() && entry.isEmpty()) {
            entry = Optional.of(mark);
        }
    }
}
