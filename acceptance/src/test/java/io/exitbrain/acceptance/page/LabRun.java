package io.exitbrain.acceptance.page;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.guard.Guard;
import io.exitbrain.lab.guard.GuardSettings;
import io.exitbrain.lab.guard.History;
import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.history.HistoryReader;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.result.Setup;
import io.exitbrain.lab.result.Setup.PolicySource;
import io.exitbrain.lab.simulation.NamedPolicy;
import io.exitbrain.lab.simulation.Settings;
import io.exitbrain.lab.simulation.Simulated;
import io.exitbrain.lab.simulation.Simulation;
import io.exitbrain.lab.simulation.StrategyFills;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.topology.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** A run of the lab over a small random recording, with long and hostile names. */
final class LabRun {

    private static final long START = 1_764_547_200_000L;
    private static final int TRADES = 60;
    private static final int MARKS = 60;
    private static final String TRAIL =
            "profiles: {NORMAL: {take-profit: [], trailing: {activate: {at-r: 0.5}, callback-pct: 0.01}}}";

    private static final List<NamedPolicy> POLICIES = List.of(
            new NamedPolicy("live", Policy.DEFAULT),
            new NamedPolicy(
                    "<img src=x>_a_policy_with_a_name_that_is_long_and_has_no_space_in_it",
                    PolicyFile.read("trail", TRAIL)));

    private LabRun() {}

    /** The result of a recording that is written into {@code folder}. */
    static LabResult in(Path folder) throws IOException {
        Path recording = Files.write(folder.resolve("recording.jsonl"), lines());
        Simulation simulation = new Simulation(
                new Settings(
                        POLICIES,
                        Costs.DEFAULT,
                        Funding.NONE,
                        Duration.ofHours(6).toMillis(),
                        StrategyFills.DEFAULT),
                1,
                share -> {});
        new HistoryReader(simulation).read(List.of(recording));
        Simulated simulated = simulation.end();
        Judgement judgement = Guard.of(GuardSettings.DEFAULT)
                .judge(
                        simulated.policies().get(0),
                        simulated.policies().subList(1, simulated.policies().size()),
                        History.NONE);
        List<PolicyMeasures> measures = simulated.policies().stream()
                .map(policy -> PolicyMeasures.of(judgement.split().inSample(policy), Resampling.DEFAULT))
                .toList();
        return new LabResult(
                setup(),
                simulated,
                measures,
                judgement,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        Random random = new Random(1);
        for (int trade = 0; trade < TRADES; trade++) {
            long time = START + Duration.ofHours(8).toMillis() * trade;
            double price = 100;
            lines.add(mark(price, time));
            lines.add(fill(trade, "BUY", price, time + 1));
            for (int i = 1; i <= MARKS; i++) {
                price *= 1 + 0.005 * random.nextGaussian();
                lines.add(mark(price, time + 8_000L * i));
            }
            lines.add(fill(trade, "SELL", price, time + 8_000L * MARKS + 60_000));
        }
        return lines;
    }

    private static String mark(double price, long time) {
        return line("mark-prices", "'markPrice':'%.2f','time':%d", time, price, time);
    }

    private static String fill(int trade, String side, double price, long time) {
        return line(
                "order-fills",
                "'symbol':'A','side':'%s','price':'%.2f','quantity':'1','fillId':'%s-%d','time':%d",
                time,
                side,
                price,
                side,
                trade,
                time);
    }

    private static String line(String topic, String fields, long time, Object... values) {
        String value = String.format(Locale.ROOT, fields, values);
        return String.format(Locale.ROOT, "{'topic':'%s','key':'A','value':{%s},'timestamp':%d}", topic, value, time)
                .replace('\'', '"');
    }

    private static Setup setup() {
        return new Setup(
                "1.0",
                List.of("recording.jsonl"),
                "f".repeat(64),
                START,
                START + Duration.ofHours(8).toMillis() * TRADES,
                POLICIES.stream()
                        .map(policy -> new PolicySource(policy.name(), "a file", TRAIL, "0".repeat(64)))
                        .toList(),
                Costs.DEFAULT,
                "built-in rates",
                false,
                Duration.ofHours(6),
                StrategyFills.DEFAULT,
                GuardSettings.DEFAULT.holdout(),
                Resampling.DEFAULT.resamples(),
                Resampling.DEFAULT.meanBlock(),
                Resampling.DEFAULT.seed(),
                List.of());
    }
}
