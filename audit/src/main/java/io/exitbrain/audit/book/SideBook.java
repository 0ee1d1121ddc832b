package io.exitbrain.audit.book;

import java.math.BigDecimal;
import java.util.Optional;

/** The position on one side of a symbol, by rule 1 only: it is where the account of the side ends. */
public final class SideBook {

    static final long NEVER = Long.MIN_VALUE / 4;

    private static final BigDecimal SAME_ENTRY = new BigDecimal("0.000001");

    private final String positionSide;
    private final long settleMs;
    private WitnessBook account;
    private BigDecimal signed = BigDecimal.ZERO;
    private Optional<BigDecimal> entry = Optional.empty();
    private int instance;
    private boolean known = true;
    private boolean adopted;
    private long lastIncrease = NEVER;

    /** A record of {@code positions} for this side; {@code amount} is signed. */
    record Snapshot(BigDecimal amount, Optional<BigDecimal> entry, long time, long recordTime) {}

    /** An execution; {@code signed} is positive for BUY. */
    record Fill(BigDecimal signed, BigDecimal price, boolean reduceOnly, long time) {}

    SideBook(String positionSide, long settleMs) {
        this.positionSide = positionSide;
        this.settleMs = settleMs;
        this.account = new WitnessBook(positionSide, settleMs);
    }

    SideBook copy() {
        SideBook copy = new SideBook(positionSide, settleMs);
        copy.account = account.copy();
        copy.signed = signed;
        copy.entry = entry;
        copy.instance = instance;
        copy.known = known;
        copy.adopted = adopted;
        copy.lastIncrease = lastIncrease;
        return copy;
    }

    /** Whether the position is known: the record begins with it, or something in the record told it. */
    public boolean isKnown() {
        return known;
    }

    /** Whether the position was not known when the record began. */
    public boolean isAdopted() {
        return adopted;
    }

    /** The record begins in the middle: until something tells it, the position is not known. */
    void forget() {
        known = false;
        adopted = true;
    }

    /** Takes what a plan of the engine shows for the position, because the record begins after it was opened. */
    public void adopt(BigDecimal shown, Optional<BigDecimal> shownEntry, long time) {
        account.restart(shown, shownEntry, time);
        instance += shown.signum() == 0 || signed.signum() == shown.signum() ? 0 : 1;
        signed = shown;
        entry = shownEntry;
        known = true;
    }

    public boolean isOpen() {
        return signed.signum() != 0;
    }

    public boolean isShort() {
        return signed.signum() < 0;
    }

    public BigDecimal quantity() {
        return signed.abs();
    }

    public BigDecimal signed() {
        return signed;
    }

    public Optional<BigDecimal> entry() {
        return entry;
    }

    /** The number of the position; it grows each time a position opens. */
    public int instance() {
        return instance;
    }

    long lastIncrease() {
        return lastIncrease;
    }

    public String positionSide() {
        return positionSide;
    }

    void fill(Fill fill) {
        account.fill(fill.signed(), fill.price(), fill.reduceOnly(), fill.time());
        follow(fill.time());
    }

    /** {@code tick} is the tick size, if the engine knows one. */
    void snapshot(Snapshot snapshot, Optional<BigDecimal> tick) {
        if (isSplit(snapshot)) {
            account.restart(snapshot.amount(), snapshot.entry(), snapshot.time());
            signed = BigDecimal.ZERO;
            follow(snapshot.time());
            return;
        }
        boolean isSaid = account.row(snapshot.amount(), snapshot.entry(), snapshot.time(), snapshot.recordTime());
        follow(snapshot.time());
        if (isSaid && isOpen() && WitnessBook.same(snapshot.amount(), signed)) {
            snapshot.entry().filter(stated -> isAnother(stated, tick)).ifPresent(this::correct);
        }
    }

    private boolean isAnother(BigDecimal stated, Optional<BigDecimal> tick) {
        return entry.map(known -> stated.subtract(known).abs().compareTo(tick.orElse(known.multiply(SAME_ENTRY))) >= 0)
                .orElse(true);
    }

    private void correct(BigDecimal stated) {
        account.correctEntry(stated);
        entry = Optional.of(stated);
    }

    private boolean isSplit(Snapshot snapshot) {
        if (!isOpen()
                || snapshot.amount().signum() != signed.signum()
                || entry.isEmpty()
                || snapshot.entry().isEmpty()) {
            return false;
        }
        double ratio = snapshot.amount().doubleValue() / signed.doubleValue();
        BigDecimal before = quantity().multiply(entry.get());
        BigDecimal now = snapshot.amount().abs().multiply(snapshot.entry().get());
        boolean isSameValue = before.subtract(now).abs().compareTo(before.movePointLeft(2)) <= 0;
        return isSameValue
                && (ratio >= 2 || ratio <= 0.5)
                && !account.hasFillIn(snapshot.time() - settleMs, snapshot.time() + WitnessBook.PUSH_MS);
    }

    /** Moves the position to the end of the account. */
    private void follow(long time) {
        Amount end = account.end();
        if (WitnessBook.same(end.signed(), signed)) {
            return;
        }
        if (end.signed().signum() != signed.signum()) {
            instance += end.signed().signum() == 0 ? 0 : 1;
            entry = end.entry();
            lastIncrease = time;
        } else {
            boolean grows = end.signed().abs().compareTo(signed.abs()) > 0;
            lastIncrease = grows ? Math.max(lastIncrease, time) : lastIncrease;
            entry = end.entry().or(() -> entry);
        }
        signed = end.signed();
    }

    /** Sets an unknown entry to the mark price. */
    void entryIfUnknown(BigDecimal mark) {
        if (isOpen() && entry.isEmpty()) {
            correct(mark);
        }
    }
}
