package io.exitbrain.lab.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.yaml.InvalidFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

    private static final LabPolicy BASELINE = LabPolicy.builtIn("base");

    private static final String UNUSUAL = """
            exit-brain: {enabled: false}
            stop: {max-margin-loss: off, assumed-leverage: 10, liquidation-buffer: off, profit-lock: off, present: off, reports: on,
                   max-callback-pct: 0.4, settle: 1500ms, break-even: false, min-step-pct: 0}
            risk-modes: {CRITICAL: 0.25}
            profiles:
              NORMAL:
                take-profit: []
                trailing: {activate: {at-price: 12.5}, callback-price: 3, tighten: [{at-pct: 0.05, callback-ticks: 7}, {at-r: 4, callback-pct: 0.4}]}
                max-hold: 36h
              OWN:
                take-profit: [{at-pct: 0.01, fraction: 0.5, execution: LIMIT}]
                trailing: {activate: {at-pct: 0}, callback-ticks: 40}
            select:
              - {symbol: BTCUSDT, strategy: S, regime: TREND, profile: OWN}
              - {profile: OWN}
            """;

    @Test
    void shouldWriteAWholePolicySoThatItReadsTheSame() {
        for (Policy policy : new Policy[] {Policy.DEFAULT, PolicyFile.read("unusual", UNUSUAL)}) {
            Policy read = PolicyFile.read("tree", PolicyTree.of(policy).toString());

            // A policy file does not keep trailing zeros.
            assertThat(CanonicalTree.of(read)).isEqualTo(CanonicalTree.of(policy));
            assertThat(read.profiles().keySet()).isEqualTo(policy.profiles().keySet());
        }
    }

    @Test
    void shouldGiveEachCombinationOfTheValues() {
        Sweep sweep = Sweep.read("sweep", """
                profiles.NORMAL.trailing.callback-pct: [0.01, 0.02]
                profiles.NORMAL.take-profit.0.at-r: [0.5, 0.75, 1]
                """, BASELINE);

        assertThat(sweep.policies())
                .extracting(LabPolicy::name)
                .containsExactly(
                        "callback-pct=0.01 at-r=0.5",
                        "callback-pct=0.01 at-r=0.75",
                        "callback-pct=0.01 at-r=1",
                        "callback-pct=0.02 at-r=0.5",
                        "callback-pct=0.02 at-r=0.75",
                        "callback-pct=0.02 at-r=1");
        assertThat(sweep.policies().get(5).hash())
                .isEqualTo(new LabPolicy("", PolicyFile.read("by hand", """
                profiles:
                  NORMAL:
                    take-profit:
                      - {at-r: 1, fraction: 0.25, execution: LIMIT}
                      - {at-r: 1, fraction: 0.25, execution: MARKET}
                      - {at-r: 2, fraction: 0.50, execution: MARKET}
                    trailing: {activate: {at-r: 1}, callback-pct: 0.02, tighten: [{at-r: 3, callback-pct: 0.010}]}
                """), "", "").hash());
        assertThat(sweep.grid().axes())
                .extracting("name")
                .containsExactly("profiles.NORMAL.trailing.callback-pct", "profiles.NORMAL.take-profit.0.at-r");
        assertThat(sweep.grid().cells())
                .extracting("policy")
                .isEqualTo(sweep.policies().stream().map(LabPolicy::name).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop.min-pct: 0.01|must be a list of values",
                "stop.min-pct: []|must be a list of values",
                "stop.min-pct: [[1]]|must be a list of values",
                "stop.min-pct: [0.01, 0.01]|has a value twice",
                "stop.minimum: [0.01]|the baseline has no such setting",
                "profiles.NORMAL.take-profit.3.at-r: [1]|the baseline has no such setting",
                "'[1, 2]'|must name at least one setting",
                "stop.min-pct: [2]|must be in (0,1)"
            })
    void shouldNameEachFault(String yaml, String fault) {
        assertThatThrownBy(() -> Sweep.read("sweep", yaml.replace("'", ""), BASELINE))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining(fault);
    }

    @Test
    void shouldRefuseMoreThan500Cells() {
        String values = "[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]";

        assertThatThrownBy(() -> Sweep.read(
                        "sweep",
                        "hybrid.stop-pct: %1$s\nhybrid.take-profit-pct: %1$s\nstop.default-pct: %1$s".formatted(values),
                        BASELINE))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("has 512 cells, at most 500");
    }

    @Test
    void shouldHaveEqualHashesForEqualPolicies() {
        LabPolicy written = new LabPolicy("x", PolicyFile.read("x", "stop: {default-pct: 0.0250}"), "x", "");
        LabPolicy other = new LabPolicy("y", PolicyFile.read("y", "stop: {default-pct: 0.026}"), "y", "");

        assertThat(written.hash()).isEqualTo(BASELINE.hash()).isNotEqualTo(other.hash());
        assertThat(other.configuration(BASELINE, "free")).isNotEqualTo(other.configuration(BASELINE, "dear"));
    }
}
