package io.exitbrain.domain.plan;

import io.exitbrain.domain.input.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

    /** After {@code found} at {@code now}; {@code tell} gets a sentence for each fault that is due. */
    public ToldFaults after(List<FieldFault> found, long now, Consumer<String> tell) {
        ToldFaults after = this;
        for (FieldFault fault : found) {
            Optional<Told> known = after.of(fault.field());
            if (known.filter(told -> now - told.toldAt() < INTERVAL_MS).isPresent()) {
                after = after.with(known.get().counted());
            } else {
                tell.accept(fault + times(known.map(Told::untold).orElse(0)));
                after = after.with(new Told(fault.field(), now, 0));
            }
        }
        return after;
    }

    private static String times(int untold) {
        return untold == 0 ? "" : " (and %d times more since the last such event)".formatted(untold);
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
