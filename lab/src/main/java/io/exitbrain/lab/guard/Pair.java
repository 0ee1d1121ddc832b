package io.exitbrain.lab.guard;

import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.Trade;
import java.time.LocalDate;

/** The same opening under the baseline and under a policy; both trades were closed. */
record Pair(Trade baseline, Trade policy) {

    Opening opening() {
        return baseline.opening();
    }

    LocalDate day() {
        return opening().day();
    }

    /** What the policy earned more than the baseline, R of the baseline. */
    double difference() {
        return differenceAt(1);
    }

    /** The same if all costs were {@code factor} times as high. */
    double differenceAt(double factor) {
        return policy.resultAt(factor) - baseline.resultAt(factor);
    }
}
