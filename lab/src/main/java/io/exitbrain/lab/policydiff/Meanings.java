package io.exitbrain.lab.policydiff;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a setting does, in the words of docs/policy.md. The first entry whose begin or end fits the path counts. */
final class Meanings {

    /** These set the pace of the engine: they apply at once, to every position. */
    private static final Set<String> AT_ONCE = Set.of(
            "stop.exit-retry",
            "stop.confirm-within",
            "stop.settle",
            "stop.present",
            "stop.max-price-age",
            "stop.reports",
            "exit-brain.mode");

    private static final List<String> ENTRIES = Arrays.asList("""
            exit-brain.enabled|false = the fallback plan hybrid_tpsl for every new position
            exit-brain.mode|live sends commands; shadow writes only topics named shadow.*
            stop.default-pct|stop distance where no hint gives one
            stop.min-pct|smallest stop distance after risk mode and regime
            stop.max-pct|largest stop distance after risk mode and regime
            stop.max-callback-pct|widest callback
            stop.max-margin-loss|at most this share of margin may be lost
            stop.min-distance-pct|if the risk floor is tighter than this, no stop can protect the position: EXIT
            stop.assumed-leverage|leverage that counts while nobody has told one
            stop.liquidation-buffer|share of the distance from entry to liquidation that the stop keeps before the liquidation
            stop.min-step-pct|smallest sent improvement, as a ratio of the last sent stop
            stop.break-even|filled legs lift the stop
            stop.profit-lock|for orphans found in profit
            stop.max-price-age|prices further behind the symbol's other inputs count as clock skew
            stop.exit-retry|how often an EXIT is repeated
            stop.confirm-within|how long a stop may stay unconfirmed
            stop.settle|how long before its updateTime a snapshot may have been taken
            stop.present|a record that is older than this is history, and the MOVEs of the trail that come of it are withheld
            stop.reports|whether reports on commands are in use
            risk-modes.|factor on the stop distance in this risk mode
            regimes.|factor on the stop distance in this regime
            hybrid.|base level of the fallback plan
            .take-profit|a leg: where it takes profit, and on which share of the initial quantity
            .trailing.activate|where the trail is armed
            .trailing.callback|how far the trailing stop follows behind the best price
            .trailing.tighten|from there on this callback instead of the base one
            .max-hold|how long a position is held at most
            select|which profile applies to which symbol, strategy and regime
            """.split("\n"));

    private Meanings() {}

    /** One sentence without its full stop. */
    static String of(String path) {
        return ENTRIES.stream()
                .map(entry -> entry.split("\\|", 2))
                .filter(entry -> entry[0].startsWith(".") ? path.contains(entry[0]) : path.startsWith(entry[0]))
                .map(entry -> entry[1])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no words for the setting " + path));
    }

    /** Whether the setting applies to living plans, too. */
    static boolean isAtOnce(String path) {
        return AT_ONCE.contains(path);
    }
}
