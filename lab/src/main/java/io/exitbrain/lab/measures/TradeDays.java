package io.exitbrain.lab.measures;

import io.exitbrain.lab.statistics.DaySums;
import io.exitbrain.lab.trade.Trade;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The days in UTC on which at least one trade was opened, in the order of time. A trade belongs to the day of its
 * opening.
 */
public final class TradeDays {

    private final Map<LocalDate, Integer> indices = new HashMap<>();
    private final List<LocalDate> days;

    private TradeDays(Collection<LocalDate> days) {
        this.days = days.stream().distinct().sorted().toList();
        this.days.forEach(day -> indices.put(day, indices.size()));
    }

    public static TradeDays of(Collection<Trade> trades) {
        return new TradeDays(trades.stream().map(trade -> trade.opening().day()).toList());
    }

    /** Every day of the calendar from the first opening to the last, also those without. */
    public static TradeDays calendarOf(Collection<Trade> trades) {
        List<LocalDate> days = of(trades).days();
        return days.isEmpty()
                ? new TradeDays(days)
                : new TradeDays(days.get(0)
                        .datesUntil(days.get(days.size() - 1).plusDays(1))
                        .toList());
    }

    public List<LocalDate> days() {
        return days;
    }

    /**
     * The values of some of the trades by day.
     *
     * @throws IllegalArgumentException if a trade was opened on another day
     */
    public DaySums sums(List<Trade> trades, ToDoubleFunction<Trade> value) {
        return sums(
                trades.stream().map(trade -> trade.opening().day()).toList(),
                trades.stream().mapToDouble(value).toArray());
    }

    /** Values by day; {@code dayOf} has the day of each. */
    public DaySums sums(List<LocalDate> dayOf, double[] values) {
        int[] positions = dayOf.stream().mapToInt(this::index).toArray();
        return DaySums.of(days.size(), positions, values);
    }

    private int index(LocalDate day) {
        Integer index = indices.get(day);
        if (index == null) {
            throw new IllegalArgumentException("no trade was opened on " + day);
        }
        return index;
    }
}
