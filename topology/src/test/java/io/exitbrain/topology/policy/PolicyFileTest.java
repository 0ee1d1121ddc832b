package io.exitbrain.topology.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.policy.ReportsUse;
import io.exitbrain.domain.policy.Selection;
import io.exitbrain.yaml.InvalidFile;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    private static Policy read(String yaml) {
        return PolicyFile.read("policy.yaml", yaml);
    }

    @Test
    void shouldGiveTheDefaultsForAnEmptyFile() {
        assertThat(read("")).isEqualTo(Policy.DEFAULT);
        assertThat(read("stop: {}")).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void shouldLayTheFileOverTheDefaults() {
        Policy policy = read("""
                exit-brain: {enabled: off}
                stop:
                  default-pct: "0.03"
                  max-margin-loss: off
                  assumed-leverage: 20
                  liquidation-buffer: off
                  profit-lock: false
                  min-step-pct: 0
                  exit-retry: 3s
                  reports: on
                profiles:
                  MINE:
                    take-profit: []
                    trailing: {activate: {at-pct: 0}, callback-ticks: 50, tighten: [{at-pct: 0.1, callback-price: 3}]}
                    max-hold: 48h
                select:
                  - {symbol: BTCUSDT, strategy: "*", profile: MINE}
                  - {regime: TREND, profile: MINE}
                """);

        assertThat(policy.enabled()).isFalse();
        assertThat(policy.stop().defaultPct()).isEqualByComparingTo("0.03");
        assertThat(policy.stop().maxMarginLoss()).isEmpty();
        assertThat(policy.stop().assumedLeverage()).contains(new BigDecimal("20"));
        assertThat(policy.stop().liquidationBuffer()).isEmpty();
        assertThat(policy.stop().profitLock()).isEmpty();
        assertThat(policy.stop().exitRetryMs()).isEqualTo(3_000);
        assertThat(policy.stop().reports()).isEqualTo(ReportsUse.ON);
        Profile mine = Objects.requireNonNull(policy.profiles().get("MINE"));
        assertThat(mine.strategy()).isEqualTo("trailing_tp");
        assertThat(mine.trailing().activation()).isEqualTo(new Distance.OfEntry(BigDecimal.ZERO));
        assertThat(mine.trailing().callback()).isEqualTo(new Callback.Ticks(new BigDecimal("50")));
        assertThat(mine.maxHoldMs()).contains(172_800_000L);
        assertThat(policy.profiles()).containsKey("NORMAL");
        assertThat(policy.select()).extracting(Selection::profile).contains("MINE", "NORMAL", "CHOP");
        assertThat(policy.select())
                .filteredOn(entry -> entry.profile().equals("TREND"))
                .isEmpty();
    }

    @Test
    void shouldTakeTheAgeAtWhichHistoryBegins() {
        assertThat(read("stop: {present: 500ms}").stop().presentMs()).contains(500L);
        assertThat(read("stop: {present: off}").stop().presentMs()).isEmpty();
        assertThat(read("stop: {settle: 3s}").stop().presentMs()).contains(2_000L);
    }

    @Test
    void shouldTakeAnActivationByPrice() {
        Policy policy = read("profiles: {A: {trailing: {activate: {at-price: '150'}, callback-pct: 0.01}}}");

        assertThat(Objects.requireNonNull(policy.profiles().get("A")).trailing().activation())
                .isEqualTo(new Distance.InPrice(new BigDecimal("150")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "stop: {default-pct: 1.4}|stop.default-pct: must be in (0,1), was 1.4",
                "stop: {default: 0.1}|stop.default: is not known here",
                "stop: {max-callback-pct: 0.6}|stop.max-callback-pct: must be at most 0.5, was 0.6",
                "stop: {settle: 2}|stop.settle: must be a duration such as",
                "stop: {present: 2}|stop.present: must be a duration such as",
                "stop: {present: soon}|stop.present: must be a duration such as",
                "stop: {assumed-leverage: 0.5}|stop.assumed-leverage: must be in [1,1000], was 0.5",
                "stop: {assumed-leverage: 1001}|stop.assumed-leverage: must be in [1,1000], was 1001",
                "stop: {liquidation-buffer: 1}|stop.liquidation-buffer: must be in (0,1), was 1",
                "stop: {reports: maybe}|stop.reports: must be one of [ON, OFF, AUTO], was maybe",
                "stop: {min-pct: 0.06}|stop.min-pct: must not be above max-pct 0.05, was 0.06",
                "nonsense: 1|nonsense: is not known here",
                "exit-brain: {mode: dry}|exit-brain.mode: must be one of [LIVE, SHADOW], was dry",
                "risk-modes: {ESS_ACTIVE: 1}|risk-modes.ESS_ACTIVE: is not known here",
                "select: [{profile: GONE}]|select[0].profile: must be one of [CHALLENGE_100, CHOP",
                "select: [{symbol: A, profile: CHOP}, {symbol: A, profile: NORMAL}]|select[1]: selects for the same",
                "profiles: {A: {take-profit: []}}|profiles.A.trailing: is missing",
                "profiles: {A: {trailing: {activate: {at-r: 1}, callback-pct: 0.06}}}|callback-pct: must be at most max-callback-pct 0.05, was 0.06",
                "profiles: {A: {trailing: {activate: {at-r: -1}, callback-pct: 0.01}}}|at-r: must be >= 0, was -1",
                "profiles: {A: {trailing: {activate: {at-r: 1, at-pct: 1}, callback-pct: 0.01}}}|exactly one of at-r and at-pct",
                "profiles: {A: {trailing: {activate: {at-r: 1}}}}|exactly one of callback-pct, callback-price and callback-ticks",
                "profiles: {A: {trailing: {activate: {at-price: 1, at-pct: 1}, callback-pct: 0.01}}}|exactly one of at-r, at-pct and at-price",
                "stop: {settle: 1s, settle: 2s}|Duplicate",
                "- 1|the file: must be a map"
            })
    void shouldNameTheFaultAndItsPath(String yaml, String fault) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidFile.class).hasMessageContaining(fault);
    }

    @Test
    void shouldListEveryFaultAtOnceWithItsPath() {
        String yaml = """
                profiles:
                  NORMAL:
                    take-profit:
                      - {at-r: 0.5, fraction: 0.25}
                      - {at-r: 1, fraction: 1.4}
                    trailing: {activate: {at-r: 1}, callback-pct: 2}
                  OTHER:
                    take-profit: [{at-r: 1, fraction: 0.7}, {at-r: 2, fraction: 0.7}]
                    trailing: {activate: {at-r: 1}, callback-pct: 0.01}
                """;

        assertThatThrownBy(() -> read(yaml))
                .hasMessageContaining("profiles.NORMAL.take-profit[1].fraction: must be in (0,1], was 1.4")
                .hasMessageContaining("profiles.NORMAL.trailing.callback-pct: must be in (0,1), was 2")
                .hasMessageContaining("profiles.OTHER.take-profit: fractions must sum to at most 1, were 1.4")
                .hasMessageStartingWith("policy.yaml: 3 faults");
    }
}
