package io.exitbrain.lab.measures;

import io.exitbrain.lab.trade.Ending.Exit;
import io.exitbrain.lab.trade.Trade;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stops after which the price soon came back. It looks ahead: it explains a policy and must never choose one.
 *
 * @param within how soon
 * @param cameBack stopped trades whose mark came back in this time to the entry, or to 1 R of profit if the stop was
 *     past the entry. It is a share of the stopped trades after which prices were seen for at least this time
 */
public record Whipsaw(Duration within, Share cameBack) {

    private static final List<Duration> TIMES =
            Stream.of(1, 6, 24).map(Duration::ofHours).toList();

    /** One for 1 h, 6 h and 24 h. */
    static List<Whipsaw> of(List<Trade> closed) {
        List<Trade> stopped = closed.stream()
                .filter(trade -> trade.ending().exit() == Exit.STOP)
                .toList();
        return TIMES.stream().map(within -> of(stopped, within)).toList();
    }

    private static Whipsaw of(List<Trade> stopped, Duration within) {
        List<Trade> watched = stopped.stream()
                .filter(trade -> trade.path().watchedMs() >= within.toMillis())
                .toList();
        return new Whipsaw(within, Share.of(watched, trade -> cameBack(trade, within)));
    }

    private static boolean cameBack(Trade trade, Duration within) {
        return trade.path()
                .cameBack()
                .filter(after -> after <= within.toMillis())
                .isPresent();
    }
}
