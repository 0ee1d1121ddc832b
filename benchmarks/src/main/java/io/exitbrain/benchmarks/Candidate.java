package io.exitbrain.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.exitbrain.topology.EngineProcess;
import io.exitbrain.topology.settings.SettingsReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A candidate in its own JVM: reads the prices, and measures itself from when it is warm until it has read them all. */
public final class Candidate {

    /** The share of the prices that warms the JVM up. */
    private static final double WARM_UP = 0.4;

    private static final long MOST_MINUTES = 10;

    private Candidate() {}

    /** Runs {@code candidate} and returns what it measured. */
    static Measurement inJvmOfItsOwn(String candidate, String bootstrapServers, int prices, Path folder)
            throws IOException, InterruptedException {
        Path output = folder.resolve(candidate + ".log");
        Process process = ChildJvm.start(
                output,
                List.of("-Xmx1g"),
                Candidate.class.getName(),
                List.of(
                        candidate,
                        bootstrapServers,
                        "" + prices,
                        folder.resolve("state").toString()));
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return Measurement.in(Files.readString(output));
    }

    public static void main(String[] args) throws InterruptedException {
        String applicationId = args[0] + "-" + System.nanoTime();
        int prices = Integer.parseInt(args[2]);
        if (args[0].equals("floor")) {
            try (Floor floor = Floor.start(args[1], applicationId, args[3])) {
                measure(args[0], floor::prices, prices);
            }
        } else {
            try (EngineProcess engine = engine(args[1], applicationId, args[3])) {
                measure(args[0], engine.vitals()::inputs, prices);
            }
        }
    }

    private static EngineProcess engine(String bootstrapServers, String applicationId, String stateDir) {
        return EngineProcess.start(SettingsReader.read(
                Optional.empty(),
                Map.of(),
                List.of(
                        "kafka.bootstrap.servers=" + bootstrapServers,
                        "application.id=" + applicationId,
                        "state.dir=" + stateDir,
                        "http.port=0")));
    }

    private static void measure(String candidate, LongSupplier read, int prices) throws InterruptedException {
        await(read, (long) (prices * WARM_UP));
        long startNanos = System.nanoTime();
        long startCpu = cpuNanos();
        long startRead = read.getAsLong();
        await(read, prices);
        long measured = read.getAsLong() - startRead;
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        double cpuMicros = (cpuNanos() - startCpu) / 1e3 / measured;
        System.out.println(new Measurement(candidate, measured / seconds, cpuMicros).line());
    }

    private static void await(LongSupplier read, long count) throws InterruptedException {
        while (read.getAsLong() < count) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
