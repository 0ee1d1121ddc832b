package io.exitbrain.domain;

/** From {@code at} on, the trail follows with {@code callback} instead of its base callback. */
public record Tightening(Distance at, Callback callback) {}
