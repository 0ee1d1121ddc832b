package io.exitbrain.lab.report;

import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.simulation.Fidelity;
import io.exitbrain.lab.statistics.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How well the model reproduces what really happened. */
final class FidelitySection {

    static final String NOT_REPRODUCING = "The model does not reproduce the record";

    private static final double MIDDLE = 0.5;
    private static final double MOST = 0.95;

    private FidelitySection() {}

    static Element of(Fidelity fidelity) {
        Element section = Element.of("section").add(Element.of("h2", "Does the model reproduce the record?"));
        section.add(Element.of("p", verdict(fidelity)).classed(fidelity.isReproducing() ? "lead" : "warning"));
        Element list = Element.of("ul");
        sentences(fidelity).forEach(sentence -> list.add(Element.of("li", sentence)));
        return section.add(list);
    }

    /** Whether it does, in a sentence. */
    static String verdict(Fidelity fidelity) {
        if (fidelity.shareOfEqualMoves().isEmpty()
                && fidelity.exitPriceErrorP95().isEmpty()) {
            return "Not known: no recorded trade that ended has a stop move or an exit of the engine to compare.";
        }
        return fidelity.isReproducing()
                ? "Yes: the recorded policy, run through the model, does what really happened."
                : NOT_REPRODUCING
                        + ": fewer than 99 % of the stop moves are equal, or the 95th percentile of the exit price errors is above 10 bp.";
    }

    /** In how many trades the moves differ. */
    private static String trades(Fidelity fidelity) {
        return "%s of %s"
                .formatted(Format.count(fidelity.otherTrades()), Format.count(fidelity.trades(), "recorded trade"));
    }

    /** The fidelity on one line of a terminal. */
    static String line(Fidelity fidelity) {
        return fidelity.otherTrades() == 0
                ? verdict(fidelity)
                : verdict(fidelity) + " The moves differ in " + trades(fidelity) + ".";
    }

    private static List<String> sentences(Fidelity fidelity) {
        List<String> sentences = new ArrayList<>();
        sentences.add(Format.sentence(
                "%s compared. Stop moves: %s recorded, %s in the model, %s equal (%s).",
                Format.count(fidelity.trades(), "recorded trade"),
                Format.count(fidelity.recordedMoves()),
                Format.count(fidelity.modelMoves()),
                Format.count(fidelity.equalMoves()),
                Format.orUnknown(fidelity.shareOfEqualMoves(), Format::percent)));
        if (fidelity.areDerived()) {
            sentences.add(
                    "The recording holds no commands. The recorded moves are those of the rules over the recorded inputs, which a recording of the commands would prove.");
        }
        if (fidelity.otherTrades() > 0) {
            sentences.add(Format.sentence(
                    "The moves differ in %s: one early difference changes all later moves of its trade.",
                    trades(fidelity)));
        }
        fidelity.firstDifference().ifPresent(first -> sentences.add("First difference: " + first));
        sentences.add(Format.sentence(
                "Exit price error of %s: median %s bp, 95th percentile %s bp. Exit time error: median %s, 95th percentile %s.",
                Format.count(fidelity.exitPriceErrors().size(), "exit"),
                prices(fidelity, MIDDLE),
                Format.orUnknown(fidelity.exitPriceErrorP95(), error -> Format.fixed(error, 2)),
                times(fidelity, MIDDLE),
                times(fidelity, MOST)));
        sentences.add(Format.sentence(
                "%s that the engine ended %s still open in the model.",
                Format.count(fidelity.unmatchedExits(), "trade"), fidelity.unmatchedExits() == 1 ? "is" : "are"));
        return sentences;
    }

    private static String prices(Fidelity fidelity, double share) {
        double[] errors = fidelity.exitPriceErrors().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Format.orUnknown(Distribution.percentile(errors, share), error -> Format.fixed(error, 2));
    }

    private static String times(Fidelity fidelity, double share) {
        double[] errors = fidelity.exitTimeErrors().stream()
                .mapToDouble(Long::doubleValue)
                .toArray();
        Optional<Double> error = Distribution.percentile(errors, share);
        return Format.orUnknown(error, Format::duration);
    }
}
