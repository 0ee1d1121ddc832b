package io.exitbrain.demo.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.demo.audit.Line;
import io.exitbrain.topology.EngineProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody ran while a market moved: thousands of prices wait, and between them the fills and positions that they bear upon. The outcome
 * is that of the same records one after the other in the order of their times, without a broker.
 */
@Timeout(180)
class OutageIT {

    /** So that the prices fill many polls. */
    private static final String SMALL_POLLS = "kafka.main.consumer.max.poll.records=20";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void shouldCatchUpInTheOrderInWhichThingsHappened() {
        List<Line> missed = RisingAndFalling.lines();
        bench.send(missed);

        catchUp("late");

        assertThat(RisingAndFalling.commands(bench.outputs()))
                .isEqualTo(RisingAndFalling.commands(RisingAndFalling.played(missed)));
    }

    @Test
    void shouldLoseNothingAndDoNothingTwiceWhenClosedInTheMiddle() {
        List<Line> missed = RisingAndFalling.lines();
        bench.send(early(missed));

        try (EngineProcess engine = bench.engine("closed", SMALL_POLLS)) {
            bench.awaitRead("closed", missed.size() * 2 / 5);
            assertThat(engine.state().isRunningOrRebalancing()).isTrue();
        }
        bench.send(late(missed));
        catchUp("closed");

        assertThat(RisingAndFalling.commands(bench.outputs()))
                .isEqualTo(RisingAndFalling.commands(RisingAndFalling.played(missed)));
    }

    @Test
    void shouldLoseNothingAndDoNothingTwiceWhenKilledInTheMiddle() throws InterruptedException {
        List<Line> missed = RisingAndFalling.lines();
        bench.send(early(missed));

        Process engine = bench.engineInJvmOfItsOwn("killed", SMALL_POLLS);
        bench.awaitRead("killed", missed.size() * 2 / 5);
        engine.destroyForcibly().waitFor();
        bench.send(late(missed));
        catchUp("killed");

        assertThat(RisingAndFalling.commands(bench.outputs()))
                .isEqualTo(RisingAndFalling.commands(RisingAndFalling.played(missed)));
    }

    /** What waits when the engine starts; however quick it is, some of the rest comes after it was stopped. */
    private static List<Line> early(List<Line> missed) {
        return missed.subList(0, missed.size() * 4 / 5);
    }

    private static List<Line> late(List<Line> missed) {
        return missed.subList(missed.size() * 4 / 5, missed.size());
    }

    private void catchUp(String applicationId) {
        try (EngineProcess engine = bench.engine(applicationId, SMALL_POLLS)) {
            bench.awaitAllRead(applicationId);
            assertThat(engine.state().isRunningOrRebalancing()).isTrue();
        }
    }
}
