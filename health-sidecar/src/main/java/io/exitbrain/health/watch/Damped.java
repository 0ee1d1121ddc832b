package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Damping;
import java.util.List;

/** Which of the last findings counts: a bad status only once enough of them found it, or a worse one. */
final class Damped {

    private Damped() {}

    /** The newest finding of the status that counts; {@code last} has the oldest first and at least one. */
    static Finding of(List<Finding> last, Damping damping) {
        // before there are as many findings as are asked for, all there are must agree
        int needed = Math.min(damping.failures(), last.size());
        Status shown = isFoundBy(needed, last, Status.DOWN)
                ? Status.DOWN
                : isFoundBy(needed, last, Status.DEGRADED) ? Status.DEGRADED : Status.OK;
        return newestOf(last, shown);
    }

    private static boolean isFoundBy(int needed, List<Finding> last, Status status) {
        return last.stream()
                        .filter(finding -> !status.isWorseThan(finding.status()))
                        .count()
                >= needed;
    }

    private static Finding newestOf(List<Finding> last, Status status) {
        Finding found = last.get(last.size() - 1);
        for (Finding finding : last) {
            found = finding.status() == status ? finding : found;
        }
        return found;
    }
}
