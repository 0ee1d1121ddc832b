package io.exitbrain.domain;

import java.math.BigDecimal;

/** The EXIT the executor was told, and when it was last repeated; {@code sentAt} on the symbol's clock. */
public record SentExit(int version, Reason reason, BigDecimal stopPrice, BigDecimal quantity, long sentAt) {}
