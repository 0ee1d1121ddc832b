package io.exitbrain.lab.measures;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** So many of so many. */
public record Share(int count, int of) {

    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("a share needs 0 <= count <= of, was %d of %d".formatted(count, of));
        }
    }

    static <T> Share of(Collection<T> all, Predicate<T> counted) {
        return new Share((int) all.stream().filter(counted).count(), all.size());
    }

    /** From 0 to 1; empty if it is a share of nothing. */
    public Optional<Double> value() {
        return of == 0 ? Optional.empty() : Optional.of((double) count / of);
    }
}
