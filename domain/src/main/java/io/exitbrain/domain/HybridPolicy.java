package io.exitbrain.domain;

import java.math.BigDecimal;

/** Base levels of the fallback plan {@code hybrid_tpsl} (rule 2.9), as ratios of entry. */
public record HybridPolicy(BigDecimal stopPct, BigDecimal takeProfitPct) {

    public static final HybridPolicy DEFAULT = new HybridPolicy(new BigDecimal("0.025"), new BigDecimal("0.05"));
}
