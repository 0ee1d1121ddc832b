package io.exitbrain.domain.policy;

/** The setting that says if execution reports are in use for a symbol (policy {@code stop.reports}). */
public enum ReportsUse {
    ON,
    OFF,
    /** In use after the first report for that symbol. */
    AUTO;

    public boolean isInUse(boolean reportsSeen) {
        return switch (this) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> reportsSeen;
        };
    }
}
