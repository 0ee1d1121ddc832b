package io.exitbrain.serdes;

import io.exitbrain.domain.FieldFault;
import java.util.List;
import java.util.function.Function;

/**
 * A message whose required fields are good.
 *
 * @param faults optional fields that could not be used and count as absent
 */
public record Accepted<T>(T message, List<FieldFault> faults) implements Reading<T> {

    public Accepted {
        faults = List.copyOf(faults);
    }

    @Override
    public <R> R fold(
            Function<? super Accepted<T>, ? extends R> whenAccepted,
            Function<? super Refused<T>, ? extends R> whenRefused) {
        return whenAccepted.apply(this);
    }
}
