package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The commands that were sent for a plan.
 *
 * @param version version of the newest command, 0 = none
 * @param reports times of the newest reports, so that an older one changes nothing
 */
public record SentCommands(
        int version,
        Optional<SentCommands.SentStop> stop,
        Optional<SentCommands.SentExit> exit,
        Confirmation confirmation,
        ReportTimes reports) {

    public static final SentCommands NONE =
            new SentCommands(0, Optional.empty(), Optional.empty(), Confirmation.NONE, ReportTimes.NONE);

    /** These commands after {@code stop} was sent. */
    public SentCommands plus(SentCommands.SentStop stop) {
        return new SentCommands(stop.version(), Optional.of(stop), exit, confirmation.sentAgain(), reports);
    }

    /** These commands after {@code exit} was sent or repeated. */
    public SentCommands plus(SentCommands.SentExit exit) {
        return new SentCommands(exit.version(), stop, Optional.of(exit), confirmation, reports);
    }

    public SentCommands with(Confirmation confirmation) {
        return new SentCommands(version, stop, exit, confirmation, reports);
    }

    public SentCommands with(SentCommands.SentExit exit) {
        return new SentCommands(version, stop, Optional.of(exit), confirmation, reports);
    }

    public SentCommands with(ReportTimes reports) {
        return new SentCommands(version, stop, exit, confirmation, reports);
    }

    /** These commands after a CANCEL. */
    public SentCommands cancelled() {
        return new SentCommands(version + 1, stop, exit, confirmation, reports);
    }

    /** The newest stop that was sent by PLACE, MOVE or RESIZE; {@code sentAt} is on the symbol's clock. */
    public record SentStop(
            int version, Action action, Reason reason, BigDecimal price, BigDecimal quantity, long sentAt) {}

    /**
     * The EXIT that was sent; {@code sentAt} is the time of its last repetition, on the symbol's clock.
     *
     * @param rejected whether the executor rejected it; it is then repeated before the retry interval ends
     */
    public record SentExit(
            int version, Reason reason, BigDecimal stopPrice, BigDecimal quantity, long sentAt, boolean rejected) {

        public SentCommands.SentExit rejectedNow() {
            return new SentCommands.SentExit(version, reason, stopPrice, quantity, sentAt, true);
        }

        public SentCommands.SentExit repeatedAt(long time, BigDecimal quantity) {
            return new SentCommands.SentExit(version, reason, stopPrice, quantity, time, false);
        }

        public SentCommands.SentExit covering(BigDecimal quantity) {
            return new SentCommands.SentExit(version, reason, stopPrice, quantity, sentAt, rejected);
        }
    }
}
