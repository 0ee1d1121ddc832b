package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account of one position side (rule 1). Fills say what happened; rows, that is snapshots, say what is open. The entries are in the
 * order of their own times, not of reading, so the position does not depend on which topic is read first. Old entries are added up into
 * the start. An account outlives the position instances.
 *
 * <pre>
 * start (quantity, entry) + fill + fill = row + fill ... = the position
 * </pre>
 *
 * @param start the position before the first entry
 * @param entries fills and standing rows, by time; a row has its place at the end of its window
 * @param newestRow time of the newest row that counted, epoch milliseconds or {@link Times#NEVER}
 * @param settledUntil fills up to this time are already in a row, epoch milliseconds or NEVER
 * @param newest newest time of a fill or a standing row, epoch milliseconds or NEVER
 */
public record Account(Holding start, List<AccountEntry> entries, long newestRow, long settledUntil, long newest) {

    /** A row contains trades up to this long after the time it carries: how late an exchange pushes it, milliseconds. */
    public static final long PUSH_DELAY_MS = 250;

    /** Entries older than this many times {@code settle} are added up into the start. */
    private static final int KEPT_SETTLES = 5;

    public static final Account EMPTY = new Account(Holding.FLAT, List.of(), Times.NEVER, Times.NEVER, Times.NEVER);

    public Account {
        entries = List.copyOf(entries);
    }

    /** What a row does to the account. */
    public enum Verdict {
        /** Much older than the newest row. */
        IGNORED,
        /** The account says the same within the row's window: a confirmation, or an old answer. */
        SAID,
        /** It may be an old answer: a fill or a later row decides, a clock never does. */
        HELD,
        /** It contradicts the account, and counts. */
        STANDS
    }

    /** The account after a row, and what the row was. */
    public record RowResult(Account account, Verdict verdict) {}

    /** The position: where the account ends. */
    public Holding position(PositionSide side) {
        return upTo(entries, side);
    }

    private Holding upTo(List<AccountEntry> some, PositionSide side) {
        Holding holding = start;
        for (AccountEntry entry : some) {
            holding = holding.after(entry, side);
        }
        return holding;
    }

    /** Whether a fill of {@code time} is already contained in a row, so that it changes no quantity. */
    public boolean isSettled(long time) {
        return settledUntil != Times.NEVER && time <= settledUntil;
    }

    /** What a fill exceeds the position by at its place in the account: what is refused of it. */
    public BigDecimal excessOf(AccountEntry fill, PositionSide side) {
        Holding before = upTo(entries.subList(0, placeOf(fill)), side);
        BigDecimal sum = before.quantity().add(fill.quantity());
        return before.isPastFlat(sum, fill, side) ? sum.abs() : BigDecimal.ZERO;
    }

    /** After {@code fill}, which is not settled: rows that the account explains now are struck out. */
    public Account with(AccountEntry fill, PositionSide side, long settleMs) {
        List<AccountEntry> after = new ArrayList<>(entries);
        after.add(placeOf(fill), fill);
        for (AccountEntry row : entries) {
            if (row.kind() == AccountEntry.Kind.ROW && row.begin() < fill.time() && fill.time() <= row.time()) {
                List<AccountEntry> without = new ArrayList<>(after);
                without.remove(row);
                if (SaidQuantities.of(start, without, row, side, settleMs).include(row.quantity())) {
                    after = without;
                }
            }
        }
        return new Account(start, after, newestRow, settledUntil, newest).addedUp(fill.time(), side, settleMs);
    }

    /** After the row of a snapshot; {@code quantity} is signed, {@code time} and {@code recordTime} are epoch milliseconds. */
    public RowResult row(
            BigDecimal quantity,
            Optional<BigDecimal> entry,
            long time,
            long recordTime,
            PositionSide side,
            long settleMs) {
        // some exchanges carry the time of the last change in every row
        long counted = Math.max(time, recordTime - 4 * settleMs);
        if (newestRow != Times.NEVER && counted < newestRow - settleMs) {
            return new RowResult(this, Verdict.IGNORED);
        }
        boolean isNewest = newestRow == Times.NEVER || counted >= newestRow;
        Account seen = isNewest ? new Account(start, entries, counted, settledUntil, newest) : this;
        AccountEntry row = new AccountEntry(
                AccountEntry.Kind.ROW, counted + PUSH_DELAY_MS, quantity, entry, false, counted - settleMs);
        SaidQuantities said = SaidQuantities.of(start, entries, row, side, settleMs);
        if (said.include(quantity)) {
            boolean settles = isNewest && isSame(quantity, said.last());
            return new RowResult(settles ? seen.settledAt(row.begin()) : seen, Verdict.SAID);
        }
        if (said.change() && isLess(quantity, said.last())) {
            return new RowResult(seen, Verdict.HELD);
        }
        Account standing = seen.withRow(row);
        return new RowResult(
                (isNewest ? standing.settledAt(row.begin()) : standing).addedUp(counted, side, settleMs),
                Verdict.STANDS);
    }

    private Account withRow(AccountEntry row) {
        List<AccountEntry> after = new ArrayList<>(entries);
        after.add(placeOf(row), row);
        return new Account(start, after, newestRow, settledUntil, newest);
    }

    /** With {@code price} as the entry of the present position: a row said it. */
    public Account corrected(BigDecimal price) {
        long after =
                entries.isEmpty() ? newest : entries.get(entries.size() - 1).time();
        List<AccountEntry> corrected = new ArrayList<>(entries);
        if (entries.isEmpty()) {
            return new Account(
                    new Holding(start.quantity(), Optional.of(price)), entries, newestRow, settledUntil, newest);
        }
        corrected.add(new AccountEntry(
                AccountEntry.Kind.CORRECTION, after, BigDecimal.ZERO, Optional.of(price), false, after));
        return new Account(start, corrected, newestRow, settledUntil, newest);
    }

    /** With {@code quantity} at {@code time} as the start: what was before is on another scale. */
    public Account restartedAt(BigDecimal quantity, Optional<BigDecimal> entry, long time) {
        return new Account(
                new Holding(quantity, entry), List.of(), Math.max(newestRow, time), time, Math.max(newest, time));
    }

    /** Whether a fill lies between two times, both exclusive at the beginning and inclusive at the end. */
    public boolean hasFillIn(long begin, long end) {
        return entries.stream()
                .anyMatch(
                        entry -> entry.kind() == AccountEntry.Kind.FILL && entry.time() > begin && entry.time() <= end);
    }

    private Account settledAt(long time) {
        return new Account(start, entries, newestRow, time, newest);
    }

    /** Whether {@code quantity} is flat, or less than {@code last} in its direction. */
    private static boolean isLess(BigDecimal quantity, BigDecimal last) {
        return quantity.abs().compareTo(last.abs()) < 0
                && (quantity.signum() == 0 || quantity.signum() == last.signum());
    }

    /** Equal but for the residue of binary fractions. */
    public static boolean isSame(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0
                || a.subtract(b).abs().compareTo(a.abs().max(b.abs()).movePointLeft(9)) <= 0;
    }

    private int placeOf(AccountEntry entry) {
        int place = entries.size();
        while (place > 0 && entries.get(place - 1).time() > entry.time()) {
            place--;
        }
        return place;
    }

    private Account addedUp(long time, PositionSide side, long settleMs) {
        long last = Math.max(newest, time);
        int old = 0;
        Holding added = start;
        while (old < entries.size() && entries.get(old).time() < last - KEPT_SETTLES * settleMs) {
            added = added.after(entries.get(old), side);
            old++;
        }
        return new Account(added, entries.subList(old, entries.size()), newestRow, settledUntil, last);
    }
}
