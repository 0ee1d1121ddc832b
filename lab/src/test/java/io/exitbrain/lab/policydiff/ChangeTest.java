package io.exitbrain.lab.policydiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.policy.PolicyFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which settings differ, in the words of the policy file. */
class ChangeTest {

    private static Policy policy(String yaml) {
        return PolicyFile.read("test.yaml", yaml);
    }

    private static List<Change> changes(String from, String to) {
        return Change.between(policy(from), policy(to));
    }

    @Test
    void shouldFindNoDifferenceBetweenWritingsOfOneNumber() {
        assertThat(changes("stop: {default-pct: 0.0250}", "stop: {default-pct: '0.025', settle: 2000ms}"))
                .isEmpty();
    }

    @Test
    void shouldNameTheOldAndTheNewValueByTheirPath() {
        assertThat(changes(
                        "stop: {max-margin-loss: 0.1, present: 2s}",
                        "exit-brain: {mode: shadow}\nstop: {max-margin-loss: off, present: 90s, profit-lock: off}"))
                .containsExactly(
                        new Change("exit-brain.mode", "live", "shadow"),
                        new Change("stop.max-margin-loss", "0.1", "off"),
                        new Change("stop.profit-lock", "{above-margin-profit: 0.1, lock-pct: 0.002}", "off"),
                        new Change("stop.present", "2s", "90s"));
    }

    @Test
    void shouldCompareTheLegsAndTheTrailOfAProfile() {
        String from = """
                profiles:
                  SWING:
                    take-profit: [{at-r: 1, fraction: 0.3, execution: LIMIT}, {at-pct: 0.05, fraction: 0.3}]
                    trailing: {activate: {at-r: 1}, callback-pct: 0.02, tighten: [{at-r: 3, callback-pct: 0.01}]}
                """;
        String to = """
                profiles:
                  SWING:
                    take-profit: [{at-r: 1.5, fraction: 0.3, execution: LIMIT}]
                    trailing: {activate: {at-price: 150}, callback-ticks: 500}
                    max-hold: 2d
                select: [{regime: NORMAL, profile: SWING}]
                """;

        assertThat(changes(from, to))
                .containsExactlyInAnyOrder(
                        new Change(
                                "profiles.SWING.take-profit[1]",
                                "{at-r: 1, fraction: 0.3, execution: LIMIT}",
                                "{at-r: 1.5, fraction: 0.3, execution: LIMIT}"),
                        new Change(
                                "profiles.SWING.take-profit[2]",
                                "{at-pct: 0.05, fraction: 0.3, execution: MARKET}",
                                "none"),
                        new Change("profiles.SWING.trailing.activate", "{at-r: 1}", "{at-price: 150}"),
                        new Change("profiles.SWING.trailing.callback", "callback-pct: 0.02", "callback-ticks: 500"),
                        new Change("profiles.SWING.trailing.tighten[1]", "{at-r: 3, callback-pct: 0.01}", "none"),
                        new Change("profiles.SWING.max-hold", "none", "48h"),
                        new Change("select {symbol: *, strategy: *, regime: NORMAL}", "NORMAL", "SWING"));
    }

    @Test
    void shouldHaveWordsForEverySetting() {
        Settings.of(Policy.DEFAULT)
                .keySet()
                .forEach(path -> assertThat(Meanings.of(path)).as(path).isNotBlank());
        assertThat(Meanings.of("profiles.A.max-hold")).isEqualTo("how long a position is held at most");
        assertThat(Meanings.of("stop.max-margin-loss")).isEqualTo("at most this share of margin may be lost");
    }

    @Test
    void shouldSayWhatASettingDoesAndWhetherItAppliesAtOnce() {
        String text = DiffText.of(changes("{}", "stop: {default-pct: 0.02, settle: 3s}"), Optional.empty());

        assertThat(text).isEqualTo("""
                2 settings differ

                stop.default-pct: 0.025 -> 0.02
                  stop distance where no hint gives one

                stop.settle: 2s -> 3s
                  how long before its updateTime a snapshot may have been taken
                  It applies at once, to every position.
                """);
        assertThat(DiffText.of(List.of(), Optional.empty())).isEqualTo("no difference\n");
    }
}
