package io.exitbrain.benchmarks.candidates;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.exitbrain.benchmarks.report.Measure;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;

/** The counters of this process at one moment; two meters give the use between two moments. */
record Meter(long prices, long commands, long nanos, long cpuNanos, long allocatedBytes, long compilerMillis) {

    /** The share of the prices that warms up the JVM. */
    static final double WARM_UP = 0.6;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double THOUSAND = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double PERCENT = 100;

    /** The counters now, after {@code prices} and {@code commands}. */
    static Meter start(long prices, long commands) {
        return new Meter(prices, commands, System.nanoTime(), cpu(), allocated(), compiler());
    }

    Map<Measure, Double> stop(long pricesNow, long commandsNow) {
        return until(start(pricesNow, commandsNow));
    }

    Map<Measure, Double> until(Meter end) {
        double read = end.prices - prices;
        return Map.of(
                Measure.RATE,
                read / (end.nanos - nanos) * NANOS_PER_SECOND,
                Measure.CPU,
                (end.cpuNanos - cpuNanos) / NANOS_PER_MICRO / read,
                Measure.ALLOCATED,
                (end.allocatedBytes - allocatedBytes) / read,
                Measure.COMMANDS,
                (end.commands - commands) / read * THOUSAND,
                Measure.COMPILER,
                (end.compilerMillis - compilerMillis) * NANOS_PER_MILLI / (end.nanos - nanos) * PERCENT);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The time of the JIT compiler so far, in ms; two compiler threads at once count twice. */
    private static long compiler() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    /** The bytes that the living threads have allocated; the threads that matter live as long as the candidate. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
