package io.exitbrain.domain.value;

/** The action that a command asks of the executor. */
public enum Action {
    PLACE,
    MOVE,
    RESIZE,
    EXIT,
    CANCEL
}
