package io.exitbrain.demo.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.demo.audit.Line;
import io.exitbrain.topology.EngineProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tasks that go from engine to engine, to standbys and back, while prices move: each takes the state over as the one before left it. The
 * outcome is that of one engine that never stopped.
 */
@Timeout(180)
class HandoverIT {

    private static final String APPLICATION = "handed-over";
    private static final int PARTS = 5;

    @TempDir
    private Path folder;

    private Bench bench;
    private final List<Line> market = RisingAndFalling.lines();

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void shouldTakeOverWhatTheEngineBeforeLeft() throws InterruptedException {
        try (EngineProcess staying = bench.engine(APPLICATION, "state.dir=" + folder.resolve("staying"))) {
            play(1);
            Process joining = joining();
            bench.awaitEngines(APPLICATION, 2);
            play(2);
            // its tasks come back from the standbys of the one that stays
            joining.destroyForcibly().waitFor();
            play(3);
            bench.awaitEngines(APPLICATION, 1);
            joining = joining();
            bench.awaitEngines(APPLICATION, 2);
            play(4);
            joining.destroy();
            joining.waitFor();
            bench.awaitEngines(APPLICATION, 1);
            play(5);
            assertThat(staying.state().isRunningOrRebalancing()).isTrue();
        }

        assertThat(RisingAndFalling.commands(bench.outputs()))
                .isEqualTo(RisingAndFalling.commands(RisingAndFalling.played(market)));
    }

    private Process joining() {
        return bench.engineInJvmOfItsOwn(APPLICATION, "state.dir=" + folder.resolve("joining"));
    }

    /** Sends the next part of the market and waits until it is read, by whom it may; nothing overtakes an entry. */
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
        bench.awaitAllRead(APPLICATION);
    }
}
