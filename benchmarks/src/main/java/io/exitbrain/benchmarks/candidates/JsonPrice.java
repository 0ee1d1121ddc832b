package io.exitbrain.benchmarks.candidates;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** The exchange's mark price as databind reads it. */
record JsonPrice(
        @JsonProperty("s") String symbol,
        @JsonProperty("p") BigDecimal price,
        @JsonProperty("E") long time) {}
