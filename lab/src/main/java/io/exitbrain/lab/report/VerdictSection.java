package io.exitbrain.lab.report;

import io.exitbrain.lab.guard.Comparison;
import io.exitbrain.lab.guard.HoldoutSplit;
import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.result.Setup;
import java.util.Locale;

/** The first lines: the verdict and why, the costs, and what was looked at. */
final class VerdictSection {

    private VerdictSection() {}

    static Element of(LabResult result) {
        Element section = Element.of("header");
        section.add(Element.of("h1", Headline.of(result)).classed("verdict " + style(result)));
        if (!result.simulated().fidelity().isReproducing()) {
            section.add(Element.of("p", FidelitySection.NOT_REPRODUCING + ". Do not rely on this verdict.")
                    .classed("warning"));
        }
        numbers(result.judgement(), section);
        Element reasons = Element.of("ul");
        result.judgement().verdict().reasons().forEach(reason -> reasons.add(Element.of("li", reason)));
        section.add(reasons);
        section.add(Element.of("p", CostsText.of(result.setup())));
        return section.add(
                Element.of("p", looked(result.setup(), result.judgement())).classed("note"));
    }

    private static String style(LabResult result) {
        return result.judgement().verdict().word().name().toLowerCase(Locale.ROOT);
    }

    private static void numbers(Judgement judgement, Element section) {
        judgement.comparisons().stream()
                .filter(Comparison::isChosen)
                .forEach(chosen -> section.add(Element.of(
                                "p",
                                Format.sentence(
                                        "Mean difference d = %s R a trade (95 %% interval); adjusted p: %s. %s",
                                        Headline.difference(chosen), Headline.probability(chosen), choice(judgement)))
                        .classed("lead")));
    }

    private static String choice(Judgement judgement) {
        long candidates = judgement.comparisons().stream()
                .filter(comparison -> !comparison.isReference())
                .count();
        return candidates == 1
                ? ""
                : Format.sentence(
                        "It has the highest mean difference of %d policies; %s were tried on this input so far.",
                        candidates, Format.count(judgement.tries(), "configuration"));
    }

    private static String looked(Setup setup, Judgement judgement) {
        HoldoutSplit split = judgement.split();
        String holdout = split.holdoutFrom()
                .map(from -> Format.sentence(
                        "%s before it choose nothing, and %s from %s on are the holdout",
                        Format.count(split.embargoedDays(), "day"), Format.count(split.holdoutDays(), "day"), from))
                .orElse("there is no holdout");
        return Format.sentence(
                "Recorded from %s to %s. All numbers are of %s in-sample; %s.",
                Format.time(setup.from()),
                Format.time(setup.until()),
                Format.count(split.inSampleDays(), "day"),
                holdout);
    }
}
