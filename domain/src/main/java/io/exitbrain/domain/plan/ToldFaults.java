package io.exitbrain.domain.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults of optional fields that events have told. A fault that comes with every record is told once a minute, with a count.
 *
 * @param faults the newest fault last
 */
public record ToldFaults(List<ToldFaults.Told> faults) {

    public static final ToldFaults NONE = new ToldFaults(List.of());

    private static final long INTERVAL_MS = 60_000;
    private static final int REMEMBERED = 16;

    /**
     * A told fault.
     *
     * @param field the name of the field
     * @param toldAt time of the last event, on the symbol's clock, epoch milliseconds
     * @param untold the number of faults since then
     */
    public record Told(String field, long toldAt, int untold) {

        Told counted() {
            return new Told(field, toldAt, untold + 1);
        }
    }

    public ToldFaults {
        faults = List.copyOf(faults);
    }

    /** The number of faults of {@code field} that no event has told, if one is due at {@code now}; empty if it was told within a minute. */
    public Optional<Integer> untoldIfDue(String field, long now) {
        Optional<Told> known = of(field);
        return known.filter(told -> now - told.toldAt() < INTERVAL_MS).isPresent()
                ? Optional.empty()
                : Optional.of(known.map(Told::untold).orElse(0));
    }

    /** After an event told the fault of {@code field} at {@code now}. */
    public ToldFaults told(String field, long now) {
        return with(new Told(field, now, 0));
    }

    /** After a fault of {@code field} that no event tells. */
    public ToldFaults counted(String field) {
        return of(field).map(known -> with(known.counted())).orElse(this);
    }

    private Optional<Told> of(String field) {
        return faults.stream().filter(told -> told.field().equals(field)).findFirst();
    }

    private ToldFaults with(Told newest) {
        List<Told> after = new ArrayList<>(faults);
        after.removeIf(told -> told.field().equals(newest.field()));
        after.add(newest);
        return new ToldFaults(after.subList(Math.max(0, after.size() - REMEMBERED), after.size()));
    }
}
