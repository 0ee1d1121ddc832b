package io.exitbrain.lab.report.view;

import io.exitbrain.lab.guard.Comparison;
import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.trade.PolicyTrades;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The policies of a result and then its references, in the order that the user gave.
 *
 * @param all of them
 */
public record Rows(List<Row> all) {

    /** More lines than this cannot be told apart in one plot. */
    private static final int MAX_DRAWN = 6;

    public Rows {
        all = List.copyOf(all);
    }

    /** @throws IllegalArgumentException if a policy has numbers and no trades */
    public static Rows of(LabResult result) {
        Judgement judgement = result.judgement();
        Map<String, Comparison> comparisons =
                judgement.comparisons().stream().collect(Collectors.toMap(Comparison::policy, Function.identity()));
        Map<String, PolicyTrades> trades = new HashMap<>();
        result.simulated().policies().forEach(policy -> trades.put(policy.policy(), policy));
        return new Rows(result.measures().stream()
                .map(measures -> row(measures, comparisons, trades, judgement))
                .toList());
    }

    private static Row row(
            PolicyMeasures measures,
            Map<String, Comparison> comparisons,
            Map<String, PolicyTrades> trades,
            Judgement judgement) {
        String name = measures.policy();
        PolicyTrades all = Optional.ofNullable(trades.get(name))
                .orElseThrow(() -> new IllegalArgumentException(Format.sentence("policy %s has no trades", name)));
        return new Row(
                name.equals(judgement.baseline()),
                judgement.chosen().filter(name::equals).isPresent(),
                measures,
                Optional.ofNullable(comparisons.get(name)),
                judgement.split().inSample(all).trades());
    }

    public List<Row> policies() {
        return all.stream().filter(row -> !row.isReference()).toList();
    }

    public List<Row> references() {
        return all.stream().filter(Row::isReference).toList();
    }

    /** The policy with the highest mean difference. */
    public Optional<Row> chosen() {
        return all.stream().filter(Row::isChosen).findFirst();
    }

    /** The baseline, and the chosen policy if there is one. */
    public List<Row> pair() {
        return all.stream().filter(row -> row.isBaseline() || row.isChosen()).toList();
    }

    /** The policies that a plot with a line for each shows: the pair, and the first of the others. */
    public List<Row> drawn() {
        List<Row> policies = policies();
        int places = MAX_DRAWN - pair().size();
        List<Row> drawn = new ArrayList<>();
        for (Row row : policies) {
            boolean isOfPair = row.isBaseline() || row.isChosen();
            if (isOfPair || places > 0) {
                drawn.add(row);
                places -= isOfPair ? 0 : 1;
            }
        }
        return List.copyOf(drawn);
    }

    /** Says which policies {@link #drawn} leaves out; empty if none. */
    public List<String> leftOut() {
        int missing = policies().size() - drawn().size();
        return missing == 0
                ? List.of()
                : List.of(Format.sentence(
                        "The baseline, the chosen policy and the first of the others are drawn; %d more are in the table.",
                        missing));
    }
}
