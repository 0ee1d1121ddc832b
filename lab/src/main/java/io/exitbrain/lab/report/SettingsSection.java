package io.exitbrain.lab.report;

import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.result.Setup;
import io.exitbrain.lab.result.Setup.PolicySource;
import io.exitbrain.lab.simulation.Count;

/** All that is needed to run the same again. */
final class SettingsSection {

    private SettingsSection() {}

    static Element of(LabResult result) {
        Setup setup = result.setup();
        Element section = Element.of("section")
                .add(Element.of("h2", "Settings and hashes"))
                .add(settings(setup))
                .add(Element.of("h3", "Policies"));
        setup.policies().forEach(policy -> section.add(policy(policy)));
        section.add(Element.of("h3", "Records")).add(counts(result));
        if (!setup.refusals().isEmpty()) {
            Element list = Element.of("ul");
            setup.refusals().forEach(refusal -> list.add(Element.of("li", refusal)));
            section.add(Element.of("p", "The first records that could not be used:"))
                    .add(list);
        }
        return section;
    }

    private static Element settings(Setup setup) {
        Element list = Element.of("dl");
        add(list, "version", setup.version());
        setup.inputs().forEach(input -> add(list, "recording", input));
        add(list, "SHA-256 of the recordings", setup.inputHash());
        add(list, "horizon of a trade", Format.duration(setup.horizon()));
        add(list, "exits of the strategy", setup.strategyFills().keepsExits() ? "kept" : "dropped");
        add(list, "adds to a closed trade", setup.strategyFills().addsOpen() ? "open it again" : "dropped");
        add(list, "share of the days in the holdout", Format.percent(setup.holdout()));
        add(list, "resamples", Format.count(setup.resamples()));
        add(list, "mean length of a block", Format.fixed(setup.meanBlockDays(), 1) + " d");
        add(list, "seed", String.valueOf(setup.seed()));
        return list;
    }

    private static void add(Element list, String name, String value) {
        list.add(Element.of("dt", name)).add(Element.of("dd", value));
    }

    private static Element policy(PolicySource policy) {
        Element details = Element.of("details")
                .add(Element.of("summary", policy.name() + ": " + policy.source()))
                .add(Element.of("p", "SHA-256 of all its settings: " + policy.hash())
                        .classed("note"));
        return details.add(
                policy.yaml().isEmpty()
                        ? Element.of("p", "The built-in policy; it has no text.")
                        : Element.of("pre", policy.yaml()));
    }

    private static Element counts(LabResult result) {
        Element list = Element.of("dl");
        for (Count count : Count.values()) {
            add(list, count.title(), Format.count(result.simulated().count(count)));
        }
        return list;
    }
}
