package io.exitbrain.topology.health;

import io.exitbrain.topology.vitals.StalePrices;
import io.exitbrain.topology.vitals.TaskVitals;
import io.exitbrain.topology.vitals.Vitals;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The findings on the protection of the positions. */
final class PositionHealth {

    private static final long UNPROTECTED_DEGRADED_MS = 1_000;
    private static final long UNPROTECTED_DOWN_MS = 3_000;
    private static final long BLIND_MS = 3_000;
    private static final long STANDING_MS = 10_000;
    private static final int MAX_NAMED = 5;

    private final Vitals vitals;

    PositionHealth(Vitals vitals) {
        this.vitals = vitals;
    }

    /** {@code nowMs} is wall clock, epoch milliseconds. */
    void addTo(Findings findings, TaskVitals positions, long nowMs) {
        unprotected(findings, positions);
        if (!vitals.brokenSymbols().isEmpty()) {
            findings.down("a defect of the engine left unprotected: " + vitals.brokenSymbols());
        }
        Set<String> standing = vitals.standing(STANDING_MS, nowMs);
        if (!standing.isEmpty()) {
            findings.down("the tasks %s have made no step for %d s: their thread waits; restart this instance"
                    .formatted(standing, STANDING_MS / 1_000));
        }
        if (positions.mixedSymbols() > 0) {
            findings.degraded(positions.mixedSymbols() + " symbols hold one-way and hedge positions at once");
        }
        if (positions.unknownLeverage() > 0) {
            findings.degraded(positions.unknownLeverage()
                    + " positions have no known leverage, so a stop can lie behind the liquidation: send leverage on"
                    + " positions, or set stop.assumed-leverage in the policy");
        }
        blind(findings, nowMs);
    }

    private static void unprotected(Findings findings, TaskVitals positions) {
        String sentence = "%d positions unprotected, the longest for %d ms"
                .formatted(positions.unprotected(), positions.oldestUnprotectedMs());
        if (positions.oldestUnprotectedMs() > UNPROTECTED_DOWN_MS) {
            findings.down(sentence);
        } else if (positions.oldestUnprotectedMs() > UNPROTECTED_DEGRADED_MS) {
            findings.degraded(sentence);
        }
    }

    private void blind(Findings findings, long nowMs) {
        Map<String, StalePrices.Blind> blind = vitals.stalePrices().blindFor(BLIND_MS, nowMs);
        blind.entrySet().stream()
                .limit(MAX_NAMED)
                .forEach(one -> findings.degraded(sentence(one.getKey(), one.getValue(), nowMs)));
        if (blind.size() > MAX_NAMED) {
            findings.degraded("%d more symbols whose prices are ignored".formatted(blind.size() - MAX_NAMED));
        }
    }

    private static String sentence(String symbol, StalePrices.Blind blind, long nowMs) {
        return "%s: its last %d prices are ignored, because one before them has a later time, %s (%+d ms against this machine's clock): its stop does not move until then; correct the clock of the price feed"
                .formatted(symbol, blind.prices(), Instant.ofEpochMilli(blind.markMs()), blind.markMs() - nowMs);
    }
}
