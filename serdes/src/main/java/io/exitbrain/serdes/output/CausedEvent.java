package io.exitbrain.serdes.output;

import io.exitbrain.domain.decision.ExitEvent;

/** A decision and the input that caused it: the value of {@code exit-events}. */
public record CausedEvent(ExitEvent event, Cause cause) {}
