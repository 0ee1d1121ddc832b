package io.exitbrain.domain;

import java.math.BigDecimal;

/** A take-profit leg of a profile: where, and what share of the initial quantity, in (0,1]. */
public record ProfileLeg(Distance at, BigDecimal fraction, Execution execution) {}
