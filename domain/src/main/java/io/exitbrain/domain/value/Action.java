package io.exitbrain.domain.value;

/** What the executor is told to do. */
public enum Action {
    PLACE,
    MOVE,
    RESIZE,
    EXIT,
    CANCEL
}
