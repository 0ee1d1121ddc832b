package io.exitbrain.domain;

/** What the executor is told to do. */
public enum Action {
    PLACE,
    MOVE,
    RESIZE,
    EXIT,
    CANCEL
}
