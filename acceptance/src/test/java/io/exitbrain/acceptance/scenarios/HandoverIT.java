package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.cluster.TestedLane;
import io.exitbrain.topology.process.EngineProcess;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tasks move between engines and standbys while prices move. The commands must be those of one engine that never
 * stopped.
 */
@Timeout(180)
@ParameterizedClass
@EnumSource(TestedLane.class)
class HandoverIT {

    private static final String APPLICATION = "handed-over";
    private static final int PARTS = 5;

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    @Parameter
    private TestedLane lane;

    @BeforeEach
    void chooseTheLane() {
        bench.runOn(lane);
    }

    private final List<Line> market = RisingAndFallingMarket.lines();

    @Test
    void shouldTakeOverTheStateOfTheEngineBefore() throws InterruptedException {
        try (EngineProcess staying = bench.engine(APPLICATION, bench.stateDir("staying"), bench.withoutHistory())) {
            play(1);
            Process joining = joining();
            bench.progress().awaitEngines(APPLICATION, 2);
            play(2);
            // the standbys of the other engine take its tasks over
            joining.destroyForcibly().waitFor();
            play(3);
            bench.progress().awaitEngines(APPLICATION, 1);
            joining = joining();
            bench.progress().awaitEngines(APPLICATION, 2);
            play(4);
            joining.destroy();
            joining.waitFor();
            bench.progress().awaitEngines(APPLICATION, 1);
            play(5);
            assertThat(staying.state().isRunningOrRebalancing()).isTrue();
        }

        assertThat(RisingAndFallingMarket.commands(bench.outputs()))
                .isEqualTo(RisingAndFallingMarket.commands(RisingAndFallingMarket.played(market)));
    }

    private Process joining() {
        return bench.engineJvm(APPLICATION, bench.stateDir("joining"), bench.withoutHistory());
    }

    /** Sends the next part of the market and waits until it is read. Entries are sent alone, so that no price overtakes them. */
    private void play(int part) {
        int size = market.size() / PARTS;
        List<Line> prices = new ArrayList<>();
        for (Line line : market.subList((part - 1) * size, part * size)) {
            if (!line.topic().equals("mark-prices")) {
                play(prices);
                play(List.of(line));
                prices.clear();
            } else {
                prices.add(line);
            }
        }
        play(prices);
    }

    private void play(List<Line> lines) {
        bench.send(lines);
        bench.progress().awaitAllRead(APPLICATION);
    }
}
