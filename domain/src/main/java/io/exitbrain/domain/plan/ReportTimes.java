package io.exitbrain.domain.plan;

import java.util.ArrayList;
import java.util.List;

/** The newest execution report of each of the newest command versions of a plan, oldest first. */
public record ReportTimes(List<ReportTimes.Reported> reports) {

    public static final ReportTimes NONE = new ReportTimes(List.of());

    /** The versions that are remembered. At most three matter: the confirmed stop, the newest stop and the EXIT. */
    private static final int REMEMBERED = 4;

    /** A version and the time of its newest report, epoch milliseconds. */
    public record Reported(int version, long time) {}

    public ReportTimes {
        reports = List.copyOf(reports);
    }

    /** Whether a report of {@code time} is older than the newest report of {@code version}. */
    public boolean isOutdated(int version, long time) {
        return reports.stream().anyMatch(known -> known.version() == version && known.time() > time);
    }

    /** After a report that is not outdated. */
    public ReportTimes plus(int version, long time) {
        List<Reported> after = new ArrayList<>(reports);
        after.removeIf(known -> known.version() == version);
        after.add(new Reported(version, time));
        return new ReportTimes(after.subList(Math.max(0, after.size() - REMEMBERED), after.size()));
    }
}
