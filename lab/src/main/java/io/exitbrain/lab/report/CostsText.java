package io.exitbrain.lab.report;

import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.result.Setup;

/** The costs that counted, in a sentence. */
final class CostsText {

    private CostsText() {}

    static String of(Setup setup) {
        Costs costs = setup.costs();
        return Format.sentence(
                "Costs (%s): taker fee %s bp, maker fee %s bp, spread %s bp, slippage %s bp, slippage of a stop %s bp, latency %d ms; funding %s.",
                setup.costsSource(),
                costs.takerBps().toPlainString(),
                costs.makerBps().toPlainString(),
                costs.spreadBps().toPlainString(),
                costs.slippageBps().toPlainString(),
                costs.stopSlippageBps().toPlainString(),
                costs.latencyMs(),
                setup.hasFunding() ? "as recorded" : "not given, so none counted");
    }
}
