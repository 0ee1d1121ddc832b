package io.exitbrain.serdes;

import java.util.function.Function;

/** A record that cannot be used, and the one sentence a trader needs to mend it. */
public record Refused<T>(String reason) implements Reading<T> {

    @Override
    public <R> R fold(
            Function<? super Accepted<T>, ? extends R> whenAccepted,
            Function<? super Refused<T>, ? extends R> whenRefused) {
        return whenRefused.apply(this);
    }
}
