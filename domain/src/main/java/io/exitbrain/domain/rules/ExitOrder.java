package io.exitbrain.domain.rules;

import io.exitbrain.domain.value.Reason;
import java.util.List;

/**
 * The order of the reasons to exit where several meet in one step: rule 3.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class ExitOrder {

    private static final List<Reason> FIRST_TO_LAST = List.of(
            Reason.EMERGENCY,
            Reason.RISK_FLOOR,
            Reason.LIQUIDATION,
            Reason.ALREADY_BREACHED,
            Reason.STOP_LOSS,
            Reason.TRAILING_STOP,
            Reason.TIME_LIMIT);

    private ExitOrder() {}

    /** Whether {@code a} counts where {@code a} and {@code b} meet. */
    static boolean isBefore(Reason a, Reason b) {
        return FIRST_TO_LAST.indexOf(a) < FIRST_TO_LAST.indexOf(b);
    }
}
