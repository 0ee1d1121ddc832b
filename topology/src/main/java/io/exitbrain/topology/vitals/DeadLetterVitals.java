package io.exitbrain.topology.vitals;

/** Counts the dead letters. */
public final class DeadLetterVitals {

    private final RecentCount recent = new RecentCount();
    private final Counts<Origin> origins = new Counts<>();

    /** The topic of the refused record, and whether a defect of the engine or the record itself is the reason. */
    public record Origin(String topic, boolean isDefect) {

        /** The name of the kind, as in the header of the dead letter. */
        public String kind() {
            return isDefect ? "bug" : "bad-input";
        }
    }

    void add(Origin origin, long nowMs) {
        recent.add(nowMs);
        origins.add(origin);
    }

    public long total() {
        return recent.total();
    }

    public int inLastMinute(long nowMs) {
        return recent.inLastMinute(nowMs);
    }

    public Counts<Origin> origins() {
        return origins;
    }
}
