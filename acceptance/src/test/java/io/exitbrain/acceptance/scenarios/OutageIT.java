package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.cluster.TestedLane;
import io.exitbrain.topology.process.EngineProcess;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No engine ran while the market moved, so thousands of prices wait, with fills and positions between them. The commands
 * must be those of the same records in the order of their times, without a broker. No record counts as history here, so that each
 * MOVE is sent.
 */
@Timeout(180)
@ParameterizedClass
@EnumSource(TestedLane.class)
class OutageIT {

    /** Small polls, so that the prices need many of them. */
    private static final String SMALL_POLLS = "kafka.main.consumer.max.poll.records=20";

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    @Parameter
    private TestedLane lane;

    @BeforeEach
    void chooseTheLane() {
        bench.runOn(lane);
    }

    @Test
    void shouldCatchUpInTheOrderOfTheRecordTimes() {
        List<Line> waiting = RisingAndFallingMarket.lines();
        bench.send(waiting);

        catchUp("late");

        assertThat(RisingAndFallingMarket.commands(bench.outputs()))
                .isEqualTo(RisingAndFallingMarket.commands(RisingAndFallingMarket.played(waiting)));
    }

    @Test
    void shouldLoseNothingAndDoNothingTwiceWhenClosedInTheMiddle() {
        List<Line> waiting = RisingAndFallingMarket.lines();
        bench.send(early(waiting));

        try (EngineProcess engine = bench.engine("closed", SMALL_POLLS, bench.withoutHistory())) {
            bench.progress().awaitRead("closed", waiting.size() * 2 / 5);
            assertThat(engine.state().isRunningOrRebalancing()).isTrue();
        }
        bench.send(late(waiting));
        catchUp("closed");

        assertThat(RisingAndFallingMarket.commands(bench.outputs()))
                .isEqualTo(RisingAndFallingMarket.commands(RisingAndFallingMarket.played(waiting)));
    }

    @Test
    void shouldLoseNothingAndDoNothingTwiceWhenKilledInTheMiddle() throws InterruptedException {
        List<Line> waiting = RisingAndFallingMarket.lines();
        bench.send(early(waiting));

        Process engine = bench.engineJvm("killed", SMALL_POLLS, bench.withoutHistory());
        bench.progress().awaitRead("killed", waiting.size() * 2 / 5);
        engine.destroyForcibly().waitFor();
        bench.send(late(waiting));
        catchUp("killed");

        assertThat(RisingAndFallingMarket.commands(bench.outputs()))
                .isEqualTo(RisingAndFallingMarket.commands(RisingAndFallingMarket.played(waiting)));
    }

    /** The records that wait when the engine starts. The others are sent after it was stopped. */
    private static List<Line> early(List<Line> waiting) {
        return waiting.subList(0, waiting.size() * 4 / 5);
    }

    private static List<Line> late(List<Line> waiting) {
        return waiting.subList(waiting.size() * 4 / 5, waiting.size());
    }

    private void catchUp(String applicationId) {
        try (EngineProcess engine = bench.engine(applicationId, SMALL_POLLS, bench.withoutHistory())) {
            bench.progress().awaitAllRead(applicationId);
            assertThat(engine.state().isRunningOrRebalancing()).isTrue();
        }
    }
}
