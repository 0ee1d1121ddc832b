package io.exitbrain.domain.value;

/** The reason for a command. */
public enum Reason {
    INITIAL_STOP,
    TRAIL,
    BREAK_EVEN,
    PROFIT_LOCK,
    REBASED,
    POSITION_INCREASED,
    POSITION_REDUCED,
    STOP_LOSS,
    TRAILING_STOP,
    EMERGENCY,
    RISK_FLOOR,
    TIME_LIMIT,
    ALREADY_BREACHED,
    POSITION_CLOSED,
    POSITION_FLIPPED,
    LIQUIDATION
}
