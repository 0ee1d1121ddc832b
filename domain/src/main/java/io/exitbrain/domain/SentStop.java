package io.exitbrain.domain;

import java.math.BigDecimal;

/** The newest stop the executor was told: PLACE, MOVE or RESIZE; {@code sentAt} on the symbol's clock. */
public record SentStop(int version, Action action, Reason reason, BigDecimal price, BigDecimal quantity, long sentAt) {}
