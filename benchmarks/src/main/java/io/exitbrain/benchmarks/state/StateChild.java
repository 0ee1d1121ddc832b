package io.exitbrain.benchmarks.state;

import io.exitbrain.benchmarks.candidates.Setup;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.MeasuredLines;
import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.topology.process.EngineProcess;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KafkaStreams;

/** The main class of the JVM of an engine whose state is measured. */
public final class StateChild {

    /** The measurement to do. */
    public enum Task {
        /** Make plans from the positions on the topics. */
        FILL,
        /** Start and restore the plans. */
        RESTORE,
        /** Make plans, read all prices, and measure the used heap. */
        HEAP
    }

    private static final Duration POLL = Duration.ofMillis(2);
    private static final int COLLECTIONS = 12;
    private static final Duration COLLECTION_INTERVAL = Duration.ofMillis(300);

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int USAGE = 2;

    private StateChild() {}

    /** The arguments of {@link #main}. */
    public static List<String> arguments(Task task, Setup setup, long plans, long inputs) {
        return List.of(
                task.name(),
                setup.bootstrapServers(),
                setup.applicationId(),
                setup.stateDir().toString(),
                "" + plans,
                "" + inputs);
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 6) {
            System.err.println("needs task, bootstrap servers, application id, state folder, plans, inputs");
            System.exit(USAGE);
        }
        Setup setup = new Setup(arguments[1], arguments[2], Path.of(arguments[3]));
        long plans = Long.parseLong(arguments[4]);
        try (EngineProcess engine = setup.startEngine()) {
            switch (Task.valueOf(arguments[0])) {
                case FILL -> fill(engine, plans);
                case RESTORE -> restore(engine, plans);
                case HEAP -> heap(engine, Long.parseLong(arguments[5]));
            }
        }
        System.exit(0);
    }

    private static void fill(EngineProcess engine, long plans) throws InterruptedException {
        awaitRunning(engine);
        long begin = System.nanoTime();
        await(engine, () -> engine.vitals().decisions().events(ExitEvent.Kind.PLANNED) >= plans);
        print(Measure.FILL, (System.nanoTime() - begin) / NANOS_PER_SECOND);
    }

    private static void restore(EngineProcess engine, long plans) throws InterruptedException {
        awaitRunning(engine);
        print(Measure.RUNNING, sinceJvmStart().toNanos() / NANOS_PER_SECOND);
        print(Measure.RESTORE, engine.restored().toNanos() / NANOS_PER_SECOND);
        // a restore that loses plans must not count as a fast one
        await(engine, () -> engine.vitals().positions().openPositions() == plans);
    }

    private static void heap(EngineProcess engine, long inputs) throws InterruptedException {
        awaitRunning(engine);
        await(engine, () -> engine.vitals().inputs() >= inputs);
        print(Measure.USED, used());
    }

    private static Duration sinceJvmStart() {
        return Duration.ofMillis(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /** The smallest used heap after several collections, because objects of running requests may survive some of them. */
    private static double used() throws InterruptedException {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long min = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            Thread.sleep(COLLECTION_INTERVAL.toMillis());
            memory.gc();
            min = Math.min(min, memory.getHeapMemoryUsage().getUsed());
        }
        return min;
    }

    private static void awaitRunning(EngineProcess engine) throws InterruptedException {
        await(engine, () -> engine.state() == KafkaStreams.State.RUNNING);
    }

    private static void await(EngineProcess engine, BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (engine.state().hasCompletedShutdown()) {
                throw new IllegalStateException("the engine has ended");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private static void print(Measure measure, double value) {
        System.out.println(MeasuredLines.line(measure, value));
    }
}
