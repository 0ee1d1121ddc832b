package io.exitbrain.benchmarks.report;

import java.util.Locale;

/** The measured quantities, each with its unit and the number of decimals to show. */
public enum Measure {
    RATE("prices/s", 0),
    CPU("CPU us/price", 2),
    ALLOCATED("bytes/price", 0),
    COMMANDS("commands/1,000", 1),
    COMPILER("compiler %", 0),
    ANSWERS("answers", 0),
    MISSING("missing", 0),
    P50("p50 ms", 2),
    P90("p90 ms", 2),
    P99("p99 ms", 2),
    P999("p99.9 ms", 2),
    MAX("max ms", 2),
    RESTORE("restore s", 2),
    RUNNING("start to RUNNING s", 2),
    FILL("fill s", 2),
    HEAP("bytes/symbol", 0),
    USED("bytes of heap", 0),
    NANOS("ns", 1);

    private final String label;
    private final int decimals;

    Measure(String label, int decimals) {
        this.label = label;
        this.decimals = decimals;
    }

    /** The heading of the column. */
    public String label() {
        return label;
    }

    String shown(double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
