package io.exitbrain.lab.report;

import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.plot.Figure;
import io.exitbrain.lab.report.plot.Plots;
import io.exitbrain.lab.report.view.Rows;
import io.exitbrain.lab.result.LabResult;

/** The report as one HTML page without scripts, which needs no other file. */
public final class Report {

    private Report() {}

    /** Equal results give equal text. Its encoding must be UTF-8. */
    public static String html(LabResult result) {
        Style style = Style.load();
        return "<!DOCTYPE html>\n<html lang=\"en\"><head>"
                + Element.of("meta").with("charset", "utf-8")
                + Element.of("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", style.contentPolicy())
                + Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1")
                + Element.of("meta").with("name", "color-scheme").with("content", "light dark")
                + Element.of("title", "Exit Brain lab: " + Headline.of(result))
                + "<style>" + style.text() + "</style></head>"
                + body(result)
                + "</html>\n";
    }

    private static Element body(LabResult result) {
        Rows rows = Rows.of(result);
        Element plots = Element.of("section").add(Element.of("h2", "Plots"));
        plots.add(Element.of("div")
                .classed("figures")
                .addAll(Plots.of(result, rows).stream().map(Figure::element).toList()));
        return Element.of("body")
                .add(Element.of("main")
                        .add(VerdictSection.of(result))
                        .add(FidelitySection.of(result.simulated().fidelity()))
                        .add(AssumptionsSection.of(result, rows))
                        .add(ComparisonSection.of(result, rows))
                        .add(plots)
                        .add(DifferencesSection.of(rows))
                        .add(SettingsSection.of(result)));
    }
}
