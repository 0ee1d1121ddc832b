package io.exitbrain.lab.report;

import io.exitbrain.lab.measures.Doubts;
import io.exitbrain.lab.measures.Share;
import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.view.Row;
import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.simulation.Count;
import java.util.List;
import java.util.function.Function;

/** What the model assumes, and how often each assumption counted. */
final class AssumptionsSection {

    private final LabResult result;
    private final Rows rows;

    private AssumptionsSection(LabResult result, Rows rows) {
        this.result = result;
        this.rows = rows;
    }

    static Element of(LabResult result, Rows rows) {
        return new AssumptionsSection(result, rows).element();
    }

    private Element element() {
        Element list = Element.of("ol").classed("assumptions");
        sentences().forEach(sentence -> list.add(Element.of("li", sentence)));
        return Element.of("section")
                .add(Element.of("h2", "Assumptions and costs"))
                .add(Element.of("p", CostsText.of(result.setup())))
                .add(list);
    }

    private String count(Count what) {
        return Format.count(result.simulated().count(what));
    }

    private List<String> sentences() {
        return List.of(
                Format.sentence(
                        "Fills that open or add, mark prices, instruments, context and funding are kept as recorded: %s trades opened, %s fills that added, %s prices.",
                        count(Count.OPENINGS), count(Count.ADDS), count(Count.PRICES)),
                Format.sentence(
                        "Closing fills that the engine caused are dropped (%s); each policy makes its own exits. Reports and snapshots open and close no trade of a policy.",
                        count(Count.ENGINE_EXITS)),
                strategyExits(),
                adds(),
                "The exit of one position changes no other: there is no limit of capital, and all sizes stay as recorded.",
                Format.sentence(
                        "A stop rests at the exchange %d ms after its command; until then the former one rests.",
                        result.setup().costs().latencyMs()),
                "A stop fires at the first mark at or beyond it. It fills at the worse of its price and that mark, plus slippage, and pays the taker fee.",
                "An EXIT command fills at the first price after the latency, plus slippage, and pays the taker fee.",
                "A LIMIT leg fills at its price, with the maker fee, once the mark has passed it by a tick; a touch is not enough, because its place in the queue is not known. A MARKET leg fills as an EXIT command.",
                "If one price reaches several orders, the old stop comes first, then an EXIT, then the legs: with a stop and a leg in one price the stop wins. The rules see the price, and after it the fills of the legs. The trail that it moves rests later.",
                liquidation(),
                gaps());
    }

    private String adds() {
        return Format.sentence(
                "An add to a trade that a policy has closed %s (%s times). A later opening is a trade for all policies: trades are paired by their opening.",
                result.setup().strategyFills().addsOpen()
                        ? "opens it again, as the engine would, and the results count together"
                        : "is dropped",
                count(Count.ADDS_WHEN_FLAT));
    }

    private String strategyExits() {
        return Format.sentence(
                "A closing fill that nothing of the engine explains is a decision of the strategy (%s). It %s.",
                count(Count.STRATEGY_EXITS),
                result.setup().strategyFills().keepsExits()
                        ? "is kept at its time, for at most what is still open"
                        : "is dropped, as it was asked for");
    }

    private String liquidation() {
        return Format.sentence(
                "Partial fills, rejected orders, rate limits, liquidation and the effect of own orders on the price are not modelled. Of the baseline, %s went past the price at which an exchange would have liquidated it at the latest.",
                baseline(Doubts::pastLiquidation));
    }

    private String gaps() {
        return Format.sentence(
                "A trade across a gap in the prices is doubtful: %s of the baseline. A column of the second table has the results without them. %s prices were older than the newest one and counted for nothing.",
                baseline(Doubts::acrossGap), count(Count.STALE_PRICES));
    }

    private String baseline(Function<Doubts, Share> share) {
        return rows.policies().stream()
                .filter(Row::isBaseline)
                .map(row -> share.apply(row.measures().doubts()))
                .map(doubtful -> Format.sentence(
                        "%s of %s", Format.count(doubtful.count()), Format.count(doubtful.of(), "trade")))
                .findFirst()
                .orElse(Format.UNKNOWN);
    }
}
