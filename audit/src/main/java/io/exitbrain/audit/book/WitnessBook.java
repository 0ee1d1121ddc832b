package io.exitbrain.audit.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The account of a position side, by rule 1 only: a second implementation, written as the arithmetic of the rule reads. */
final class WitnessBook {

    static final long PUSH_MS = 250;

    private static final BigDecimal RESIDUE = new BigDecimal("1e-9");

    private final String positionSide;
    private final long settleMs;
    private final List<Item> items = new ArrayList<>();
    private Amount start = new Amount(BigDecimal.ZERO, Optional.empty());
    private Optional<Long> newestRow = Optional.empty();
    private Optional<Long> settled = Optional.empty();
    private long newest;

    /** A fill, a row, or a correction of the entry; {@code place} orders them. */
    private record Item(
            char kind, long place, BigDecimal signed, Optional<BigDecimal> price, boolean reduceOnly, long begin) {}

    WitnessBook(String positionSide, long settleMs) {
        this.positionSide = positionSide;
        this.settleMs = settleMs;
    }

    WitnessBook copy() {
        WitnessBook copy = new WitnessBook(positionSide, settleMs);
        copy.items.addAll(items);
        copy.start = start;
        copy.newestRow = newestRow;
        copy.settled = settled;
        copy.newest = newest;
        return copy;
    }

    Amount end() {
        return fold(items, item -> true);
    }

    private Amount fold(List<Item> some, Predicate<Item> counts) {
        Amount amount = start;
        for (Item item : some) {
            if (counts.test(item)) {
                amount = apply(amount, item);
            }
        }
        return amount;
    }

    private Amount apply(Amount before, Item item) {
        if (item.kind() == 'c') {
            return before.signed().signum() == 0 ? before : new Amount(before.signed(), item.price());
        }
        if (item.kind() == 'r') {
            boolean sameSide = item.signed().signum() == before.signed().signum();
            Optional<BigDecimal> entry = item.price().or(() -> sameSide ? before.entry() : Optional.empty());
            return new Amount(item.signed(), item.signed().signum() == 0 ? Optional.empty() : entry);
        }
        BigDecimal sum = before.signed().add(item.signed());
        if (sum.signum() == 0 || passesFlat(before, sum, item)) {
            return new Amount(BigDecimal.ZERO, Optional.empty());
        }
        if (before.signed().signum() == 0 || sum.signum() != before.signed().signum()) {
            return new Amount(sum, item.price());
        }
        return item.signed().signum() == before.signed().signum()
                ? new Amount(
                        sum,
                        Optional.of(
                                before.averageWith(item.signed(), item.price().orElseThrow())))
                : new Amount(sum, before.entry());
    }

    private boolean passesFlat(Amount before, BigDecimal sum, Item fill) {
        return switch (positionSide) {
            case "LONG" -> sum.signum() < 0;
            case "SHORT" -> sum.signum() > 0;
            default -> fill.reduceOnly() && sum.signum() != before.signed().signum();
        };
    }

    /** The quantities that the items say from {@code begin} to {@code end}. */
    private List<BigDecimal> said(List<Item> some, long begin, long end) {
        List<BigDecimal> said = new ArrayList<>();
        Amount amount = start;
        for (Item item : some) {
            if (item.place() > end) {
                break;
            }
            if (item.kind() == 'c') {
                amount = apply(amount, item);
                continue;
            }
            if (item.place() > begin && said.isEmpty()) {
                said.add(amount.signed());
            }
            amount = apply(amount, item);
            if (item.kind() == 'r' && item.begin() + settleMs <= begin) {
                said.clear();
            }
            if (!said.isEmpty()) {
                said.add(amount.signed());
            }
        }
        return said.isEmpty() ? List.of(amount.signed()) : said;
    }

    void fill(BigDecimal signed, BigDecimal price, boolean reduceOnly, long time) {
        if (settled.isPresent() && time <= settled.get()) {
            return;
        }
        insert(new Item('f', time, signed, Optional.of(price), reduceOnly, time));
        for (Item row : List.copyOf(items)) {
            if (row.kind() == 'r' && row.begin() < time && time <= row.place()) {
                List<Item> without = new ArrayList<>(items);
                without.remove(row);
                if (said(without, row.begin(), row.place()).stream().anyMatch(value -> same(value, row.signed()))) {
                    items.remove(row);
                }
            }
        }
        addUp(time);
    }

    /** Returns true if the row says what the account says already. */
    boolean row(BigDecimal signed, Optional<BigDecimal> entry, long time, long recordTime) {
        long counted = Math.max(time, recordTime - 4 * settleMs);
        if (newestRow.isPresent() && counted < newestRow.get() - settleMs) {
            return false;
        }
        boolean isNewest = newestRow.isEmpty() || counted >= newestRow.get();
        newestRow = isNewest ? Optional.of(counted) : newestRow;
        long begin = counted - settleMs;
        List<BigDecimal> said = said(items, begin, counted + PUSH_MS);
        BigDecimal last = said.get(said.size() - 1);
        if (said.stream().anyMatch(value -> same(value, signed))) {
            settled = isNewest && same(last, signed) ? Optional.of(begin) : settled;
            return true;
        }
        boolean isLess = signed.abs().compareTo(last.abs()) < 0 && signed.signum() * last.signum() >= 0;
        if (said.size() == 1 || !isLess) {
            insert(new Item('r', counted + PUSH_MS, signed, entry, false, begin));
            settled = isNewest ? Optional.of(begin) : settled;
            addUp(counted);
        }
        return false;
    }

    void correctEntry(BigDecimal entry) {
        if (items.isEmpty()) {
            start = new Amount(start.signed(), Optional.of(entry));
        } else {
            long place = items.get(items.size() - 1).place();
            items.add(new Item('c', place, BigDecimal.ZERO, Optional.of(entry), false, place));
        }
    }

    void restart(BigDecimal signed, Optional<BigDecimal> entry, long time) {
        items.clear();
        start = new Amount(signed, entry);
        newestRow = Optional.of(Math.max(newestRow.orElse(time), time));
        settled = Optional.of(time);
        newest = Math.max(newest, time);
    }

    boolean hasFillIn(long begin, long end) {
        return items.stream().anyMatch(item -> item.kind() == 'f' && item.place() > begin && item.place() <= end);
    }

    static boolean same(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(a.abs().max(b.abs()).multiply(RESIDUE)) <= 0;
    }

    private void insert(Item item) {
        int index = items.size();
        while (index > 0 && items.get(index - 1).place() > item.place()) {
            index--;
        }
        items.add(index, item);
    }

    private void addUp(long time) {
        newest = Math.max(newest, time);
        while (!items.isEmpty() && items.get(0).place() < newest - 5 * settleMs) {
            start = apply(start, items.remove(0));
        }
    }
}
