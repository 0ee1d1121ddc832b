package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.AccountEntry;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import io.exitbrain.domain.value.Side;
import java.util.List;
import java.util.Locale;

/** The codec of an enum. The code of a constant is its index in these lists, so a new constant must be added at the end. */
final class EnumCodec<E extends Enum<E>> implements Codec<E> {

    static final EnumCodec<PositionSide> POSITION_SIDE =
            new EnumCodec<>(PositionSide.class, List.of(PositionSide.BOTH, PositionSide.LONG, PositionSide.SHORT));

    static final EnumCodec<OrderSide> ORDER_SIDE =
            new EnumCodec<>(OrderSide.class, List.of(OrderSide.BUY, OrderSide.SELL));

    static final EnumCodec<AccountEntry.Kind> ACCOUNT_KIND = new EnumCodec<>(
            AccountEntry.Kind.class,
            List.of(AccountEntry.Kind.FILL, AccountEntry.Kind.ROW, AccountEntry.Kind.CORRECTION));

    static final EnumCodec<Side> SIDE = new EnumCodec<>(Side.class, List.of(Side.LONG, Side.SHORT));

    static final EnumCodec<Origin> ORIGIN =
            new EnumCodec<>(Origin.class, List.of(Origin.FILL, Origin.ORPHAN, Origin.FALLBACK));

    static final EnumCodec<Regime> REGIME = new EnumCodec<>(
            Regime.class, List.of(Regime.NORMAL, Regime.TREND, Regime.RANGE, Regime.VOLATILE, Regime.CHOP));

    static final EnumCodec<RiskMode> RISK_MODE = new EnumCodec<>(
            RiskMode.class, List.of(RiskMode.NORMAL, RiskMode.CONSERVATIVE, RiskMode.CRITICAL, RiskMode.ESS_ACTIVE));

    static final EnumCodec<Execution> EXECUTION =
            new EnumCodec<>(Execution.class, List.of(Execution.LIMIT, Execution.MARKET));

    static final EnumCodec<Leg.LegStatus> LEG_STATUS = new EnumCodec<>(
            Leg.LegStatus.class, List.of(Leg.LegStatus.OPEN, Leg.LegStatus.FILLED, Leg.LegStatus.SKIPPED));

    static final EnumCodec<Stop.State> STOP_STATE =
            new EnumCodec<>(Stop.State.class, List.of(Stop.State.WATCHING, Stop.State.TRAILING, Stop.State.TRIGGERED));

    static final EnumCodec<Action> ACTION = new EnumCodec<>(
            Action.class, List.of(Action.PLACE, Action.MOVE, Action.RESIZE, Action.EXIT, Action.CANCEL));

    static final EnumCodec<Reason> REASON = new EnumCodec<>(
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
                    Reason.POSITION_FLIPPED,
                    Reason.LIQUIDATION));

    private final Class<E> type;
    private final List<E> constants;

    private EnumCodec(Class<E> type, List<E> constants) {
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
