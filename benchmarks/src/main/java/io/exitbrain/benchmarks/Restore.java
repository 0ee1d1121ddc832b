package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Setup;
import io.exitbrain.benchmarks.child.ChildBroker;
import io.exitbrain.benchmarks.child.ChildJvm;
import io.exitbrain.benchmarks.load.Load;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.MeasuredLines;
import io.exitbrain.benchmarks.state.StateChild;
import io.exitbrain.benchmarks.state.StateChild.Task;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Measures how long the engine takes to restore its plans without local state. The engine itself makes the plans first. */
final class Restore {

    static final List<Integer> SIZES = List.of(5_000, 100_000, 1_000_000);

    private static final String ENGINE = "engine";
    private static final int STARTS = 3;
    private static final int PLANS_PER_MEBIBYTE = 200;
    private static final int MIN_MEBIBYTES = 2_048;
    private static final int MIN_PLANS_FOR_ESTIMATE = 100_000;
    private static final int OVERHEAD_SECONDS = 30;
    private static final double ESTIMATE_MARGIN = 1.3;

    private final Bench bench;

    Restore(Bench bench) {
        this.bench = bench;
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        double secondsPerPlan = 0;
        for (int plans : SIZES) {
            double expected = plans * secondsPerPlan * ESTIMATE_MARGIN + OVERHEAD_SECONDS;
            if (secondsPerPlan > 0 && expected > bench.budget().leftInSection().toSeconds()) {
                bench.results().note(leftOut(plans, expected));
            } else {
                double seconds = measure(plans);
                // a JVM that has just started is too slow for an estimate
                secondsPerPlan = plans < MIN_PLANS_FOR_ESTIMATE ? 0 : seconds / plans;
            }
        }
    }

    private static String leftOut(int plans, double expectedSeconds) {
        return String.format(
                Locale.ROOT,
                "restore of %,d plans was left out: making them takes about %.0f s; give the run more time",
                plans,
                expectedSeconds);
    }

    static String group(int plans) {
        return String.format(Locale.ROOT, "%,d plans", plans);
    }

    /** Returns the seconds that the engine needed to make the plans. */
    private double measure(int plans) throws IOException, InterruptedException, ExecutionException {
        String name = "restore-" + plans;
        try (ChildBroker broker = bench.broker(name + "-broker")) {
            bench.progress("making %,d plans ...".formatted(plans));
            new Load(plans, 0).produce(broker.bootstrapServers());
            double fillSeconds = MeasuredLines.value(run(name + "-fill", Task.FILL, broker, name, plans), Measure.FILL);
            for (int start = 1; start <= STARTS && isWanted(start); start++) {
                restart(name, start, broker, plans);
            }
            return fillSeconds;
        }
    }

    /** The first start always; the others while there is time. */
    private boolean isWanted(int start) {
        return start == 1 || !bench.budget().leftInSection().isZero();
    }

    private void restart(String name, int start, ChildBroker broker, int plans)
            throws IOException, InterruptedException {
        Map<Measure, Double> measured = run(name + "-" + start, Task.RESTORE, broker, name, plans);
        bench.progress("%,d plans restored in %.2f s".formatted(plans, MeasuredLines.value(measured, Measure.RESTORE)));
        bench.results().add(Section.RESTORE.label(), group(plans), ENGINE, measured);
    }

    /** Each JVM has a state folder of its own, so none finds the state of another. */
    private Map<Measure, Double> run(String jvm, Task task, ChildBroker broker, String applicationId, int plans)
            throws IOException, InterruptedException {
        Setup setup = new Setup(
                broker.bootstrapServers(), applicationId, bench.folder().resolve(jvm));
        int mebibytes = Math.max(MIN_MEBIBYTES, plans / PLANS_PER_MEBIBYTE);
        ChildJvm child = new ChildJvm(
                jvm,
                bench.folder(),
                ChildJvm.launchedWith(mebibytes),
                StateChild.class,
                StateChild.arguments(task, setup, plans, 0));
        return MeasuredLines.in(child.runWithin(bench.budget().ofChild()));
    }
}
