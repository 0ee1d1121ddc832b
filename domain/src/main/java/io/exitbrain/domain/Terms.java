package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a plan was made with and keeps for its life (rule 2.11).
 *
 * @param distance stop distance d as a ratio of entry, after the risk floor
 * @param trail empty = no trail (emergency exits, and hybrid plans without a trail percentage)
 */
public record Terms(
        String strategy,
        String profile,
        Regime regime,
        RiskMode riskMode,
        BigDecimal confidence,
        BigDecimal distance,
        Optional<Trail> trail,
        StopTerms stop) {}
