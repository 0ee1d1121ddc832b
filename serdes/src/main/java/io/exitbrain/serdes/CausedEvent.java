package io.exitbrain.serdes;

import io.exitbrain.domain.ExitEvent;

/** A decision and the input that caused it: the value of {@code exit-events}. */
public record CausedEvent(ExitEvent event, Cause cause) {}
