package io.exitbrain.serdes;

import java.util.function.Function;

/** What reading a record gave: a message, or the reason for its refusal. */
public sealed interface Reading<T> permits Accepted, Refused {

    /** The answer of the one function that fits. */
    <R> R fold(
            Function<? super Accepted<T>, ? extends R> whenAccepted,
            Function<? super Refused<T>, ? extends R> whenRefused);
}
