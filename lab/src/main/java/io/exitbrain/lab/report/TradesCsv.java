package io.exitbrain.lab.report;

import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All trades as comma-separated values: a line for each trade and policy, also for the references. Times are
 * ISO-8601 in UTC, a field that is not known is empty. What a policy made of a trade of the holdout stays locked
 * as everywhere else: its fields are empty, but for the baseline and the chosen policy, and for these only if the
 * holdout was looked at.
 */
public final class TradesCsv {

    private static final List<String> OPENING = List.of(
            "policy",
            "reference",
            "trade",
            "sample",
            "symbol",
            "side",
            "position_side",
            "fill",
            "opened",
            "entry",
            "quantity",
            "risk");

    private static final List<String> OUTCOME = List.of(
            "exit",
            "ended",
            "exit_price",
            "result_r",
            "own_result_r",
            "gross",
            "fees",
            "slippage",
            "funding",
            "mae_r",
            "mae_at",
            "mfe_r",
            "mfe_at",
            "available_mae_r",
            "available_mfe_r",
            "locked_r",
            "one_r_at",
            "locked_at",
            "came_back_ms",
            "stop_moves",
            "commands",
            "withheld",
            "across_gap",
            "past_liquidation");

    private final Judgement judgement;
    private final Csv csv;

    private TradesCsv(Judgement judgement, Appendable out) {
        this.judgement = judgement;
        this.csv = new Csv(out);
    }

    /** All lines as one text. Of many policies it is long: see {@link #write}. */
    public static String of(LabResult result) {
        StringBuilder text = new StringBuilder();
        try {
            write(result, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes line by line, so that the text is never in memory as a whole. */
    public static void write(LabResult result, Appendable out) throws IOException {
        TradesCsv trades = new TradesCsv(result.judgement(), out);
        trades.csv.line(joined(OPENING, OUTCOME));
        for (PolicyTrades policy : result.simulated().policies()) {
            trades.add(policy);
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private void add(PolicyTrades policy) throws IOException {
        Map<Integer, String> samples = samples(policy);
        for (Trade trade : policy.trades()) {
            String sample = samples.getOrDefault(trade.opening().number(), "embargo");
            List<String> outcome =
                    isOpen(sample, policy.policy()) ? outcome(trade) : Collections.nCopies(OUTCOME.size(), "");
            csv.line(joined(opening(policy, sample, trade.opening()), outcome));
        }
    }

    private Map<Integer, String> samples(PolicyTrades policy) {
        Map<Integer, String> samples = new TreeMap<>();
        judgement
                .split()
                .inSample(policy)
                .trades()
                .forEach(trade -> samples.put(trade.opening().number(), "in-sample"));
        judgement
                .split()
                .holdout(policy)
                .trades()
                .forEach(trade -> samples.put(trade.opening().number(), "holdout"));
        return samples;
    }

    private boolean isOpen(String sample, String policy) {
        boolean isOfPair = policy.equals(judgement.baseline())
                || judgement.chosen().filter(policy::equals).isPresent();
        return sample.equals("in-sample") || (sample.equals("holdout") && isOfPair && judgement.hasLookedAtHoldout());
    }

    private static List<String> opening(PolicyTrades policy, String sample, Opening opening) {
        return List.of(
                policy.policy(),
                String.valueOf(policy.isReference()),
                String.valueOf(opening.number()),
                sample,
                opening.symbol(),
                opening.side().name(),
                opening.positionSide().name(),
                opening.fill(),
                time(opening.time()),
                Csv.number(opening.entry()),
                Csv.number(opening.quantity()),
                Csv.number(opening.risk()));
    }

    private static List<String> outcome(Trade trade) {
        boolean isKnown = !trade.ending().isCensored();
        List<String> fields = new ArrayList<>();
        fields.add(trade.ending().exit().name());
        fields.add(time(trade.ending().time()));
        fields.add(Csv.number(trade.ending().price()));
        fields.add(isKnown ? Csv.number(trade.result()) : "");
        fields.add(isKnown && trade.money().ownRisk() > 0 ? Csv.number(trade.resultOfOwnRisk()) : "");
        fields.add(isKnown ? Csv.number(trade.money().gross()) : "");
        fields.add(Csv.number(trade.money().fees()));
        fields.add(Csv.number(trade.money().slippage()));
        fields.add(Csv.number(trade.money().funding()));
        addPath(trade, fields);
        addActivity(trade, fields);
        return fields;
    }

    private static void addPath(Trade trade, List<String> fields) {
        fields.add(Csv.number(trade.path().worst()));
        fields.add(time(trade.path().worstAt()));
        fields.add(Csv.number(trade.path().best()));
        fields.add(time(trade.path().bestAt()));
        fields.add(Csv.number(trade.path().worstAvailable()));
        fields.add(Csv.number(trade.path().bestAvailable()));
        fields.add(Csv.number(trade.path().locked()));
        fields.add(trade.path().oneRAt().map(TradesCsv::time).orElse(""));
        fields.add(trade.path().lockedAt().map(TradesCsv::time).orElse(""));
        fields.add(trade.path().cameBack().map(String::valueOf).orElse(""));
    }

    private static void addActivity(Trade trade, List<String> fields) {
        fields.add(String.valueOf(trade.activity().stopMoves()));
        fields.add(String.valueOf(trade.activity().commands()));
        fields.add(String.valueOf(trade.activity().withheld()));
        fields.add(String.valueOf(trade.caution().isAcrossGap()));
        fields.add(String.valueOf(trade.caution().isPastLiquidation()));
    }

    private static String time(long epochMs) {
        return Instant.ofEpochMilli(epochMs).toString();
    }
}
