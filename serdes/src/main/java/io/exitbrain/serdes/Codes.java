package io.exitbrain.serdes;

import io.exitbrain.domain.Action;
import io.exitbrain.domain.Execution;
import io.exitbrain.domain.LegStatus;
import io.exitbrain.domain.Origin;
import io.exitbrain.domain.PositionSide;
import io.exitbrain.domain.Reason;
import io.exitbrain.domain.Regime;
import io.exitbrain.domain.RiskMode;
import io.exitbrain.domain.Side;
import io.exitbrain.domain.StopState;
import java.util.List;
import java.util.Locale;

/** The byte that stands for each constant of an enum: its place in these lists. New constants go to the end of their list. */
final class Codes<E extends Enum<E>> implements Codec<E> {

    static final Codes<PositionSide> POSITION_SIDE =
            new Codes<>(PositionSide.class, List.of(PositionSide.BOTH, PositionSide.LONG, PositionSide.SHORT));

    static final Codes<Side> SIDE = new Codes<>(Side.class, List.of(Side.LONG, Side.SHORT));

    static final Codes<Origin> ORIGIN = new Codes<>(Origin.class, List.of(Origin.FILL, Origin.ORPHAN, Origin.FALLBACK));

    static final Codes<Regime> REGIME =
            new Codes<>(Regime.class, List.of(Regime.NORMAL, Regime.TREND, Regime.RANGE, Regime.VOLATILE, Regime.CHOP));

    static final Codes<RiskMode> RISK_MODE = new Codes<>(
            RiskMode.class, List.of(RiskMode.NORMAL, RiskMode.CONSERVATIVE, RiskMode.CRITICAL, RiskMode.ESS_ACTIVE));

    static final Codes<Execution> EXECUTION = new Codes<>(Execution.class, List.of(Execution.LIMIT, Execution.MARKET));

    static final Codes<LegStatus> LEG_STATUS =
            new Codes<>(LegStatus.class, List.of(LegStatus.OPEN, LegStatus.FILLED, LegStatus.SKIPPED));

    static final Codes<StopState> STOP_STATE =
            new Codes<>(StopState.class, List.of(StopState.WATCHING, StopState.TRAILING, StopState.TRIGGERED));

    static final Codes<Action> ACTION =
            new Codes<>(Action.class, List.of(Action.PLACE, Action.MOVE, Action.RESIZE, Action.EXIT, Action.CANCEL));

    static final Codes<Reason> REASON = new Codes<>(
            Reason.class,
            List.of(
                    Reason.INITIAL_STOP,
                    Reason.TRAIL,
                    Reason.BREAK_EVEN,
                    Reason.PROFIT_LOCK,
                    Reason.REBASED,
                    Reason.POSITION_INCREASED,
                    Reason.POSITION_REDUCED,
                    Reason.STOP_LOSS,
                    Reason.TRAILING_STOP,
                    Reason.EMERGENCY,
                    Reason.RISK_FLOOR,
                    Reason.TIME_LIMIT,
                    Reason.ALREADY_BREACHED,
                    Reason.POSITION_CLOSED,
                    Reason.POSITION_FLIPPED));

    private final Class<E> type;
    private final List<E> constants;

    private Codes(Class<E> type, List<E> constants) {
        this.type = type;
        this.constants = constants;
    }

    /** The constants in the order of their codes. */
    List<E> constants() {
        return constants;
    }

    @Override
    public void write(BinaryWriter out, E constant) {
        int code = constants.indexOf(constant);
        if (code < 0) {
            throw new IllegalStateException("%s has no code for %s".formatted(type.getSimpleName(), constant));
        }
        out.code(code);
    }

    @Override
    public E read(BinaryReader in) {
        int code = in.code();
        if (code >= constants.size()) {
            throw new IllegalArgumentException(
                    "%d is no code of a %s".formatted(code, type.getSimpleName().toLowerCase(Locale.ROOT)));
        }
        return constants.get(code);
    }
}
