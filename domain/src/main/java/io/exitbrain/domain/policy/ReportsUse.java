package io.exitbrain.domain.policy;

/** Whether execution reports are in use for a symbol (policy {@code stop.reports}). */
public enum ReportsUse {
    ON,
    OFF,
    /** From the first report of that symbol on. */
    AUTO;

    public boolean isInUse(boolean reportsSeen) {
        return switch (this) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> reportsSeen;
        };
    }
}
