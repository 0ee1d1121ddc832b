package io.exitbrain.health.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Damping;
import io.exitbrain.health.watch.History.TimedFinding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

    /** The last probes, oldest first: o is OK, d DEGRADED, x DOWN. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, o,     OK",
        "1, 1, x,     DOWN",
        "2, 3, x,     DOWN",
        "2, 3, ox,    OK",
        "2, 3, oox,   OK",
        "2, 3, oxx,   DOWN",
        "2, 3, xox,   DOWN",
        "2, 3, xxo,   DOWN",
        "2, 3, xoo,   OK",
        "2, 3, oxd,   DEGRADED",
        "2, 3, ddo,   DEGRADED",
        "3, 3, xxo,   OK",
        "3, 5, xoxox, DOWN",
        "3, 5, xooox, OK",
    })
    void shouldShowABadStatusOnceEnoughProbesFoundItOrAWorseOne(int failures, int of, String last, String expected) {
        History history = new History();
        findings(last).forEach(finding -> history.add(new TimedFinding(0, finding)));

        Finding shown = history.damped(new Damping(failures, of));

        assertThat(shown.status()).hasToString(expected);
    }

    @Test
    void shouldKeepTheLastHundredFindingsAndCountAll() {
        History history = new History();

        for (int i = 1; i <= 130; i++) {
            history.add(new TimedFinding(i, ScriptedProbe.OK));
        }

        assertThat(history.all()).hasSize(100);
        assertThat(history.all().get(0).atNanos()).isEqualTo(31);
        assertThat(history.newest()).contains(new TimedFinding(130, ScriptedProbe.OK));
        assertThat(history.counts()).isEqualTo(Map.of(Status.OK, 130L));
    }

    private static List<Finding> findings(String last) {
        return Arrays.stream(last.split(""))
                .map(letter -> switch (letter) {
                    case "o" -> Finding.ok(1);
                    case "d" -> Finding.degraded(1, "Slow");
                    default -> Finding.down("Connection refused");
                })
                .toList();
    }
}
