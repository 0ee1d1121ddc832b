package io.exitbrain.chaos.blow;

import io.exitbrain.chaos.process.FullDisk;
import io.exitbrain.chaos.process.WrongClock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done to the processes. */
public enum BlowKind {
    /** kill -9 of one engine, and a start a moment later. */
    KILL_ENGINE(1),
    /** kill -9 of all engines, and a start a moment later. */
    KILL_ALL_ENGINES(1),
    /** SIGSTOP of one engine until its session has ended, then SIGCONT. */
    PAUSE_ENGINE(1),
    /** SIGTERM of one engine, and a start a moment later. */
    STOP_ENGINE(1),
    /** SIGTERM and start of one engine after the other. */
    ROLL_ENGINES(1),
    /** One engine cannot write to any file for a while. */
    FILL_DISK(1),
    /** One engine runs for a while with a clock that is an hour off. */
    SHIFT_CLOCK(1),
    /** kill -9 of one broker, and a start a moment later. */
    KILL_BROKER(1),
    /** kill -9 of the broker that leads a partition of the commands. */
    KILL_LEADER(2),
    /** kill -9 of the node that is the active controller. */
    KILL_CONTROLLER(2),
    /** kill -9 of two brokers: of three, the cluster cannot work with the one that is left. */
    KILL_TWO_BROKERS(3),
    /** SIGSTOP of one broker until its session has ended, then SIGCONT. */
    PAUSE_BROKER(2);

    private final int brokersNeeded;

    BlowKind(int brokersNeeded) {
        this.brokersNeeded = brokersNeeded;
    }

    /** As it is written on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean fits(int brokers) {
        return brokers >= brokersNeeded;
    }

    /** What it needs and this machine lacks. */
    public Optional<String> missingTool() {
        return switch (this) {
            case FILL_DISK -> missing(FullDisk.isPossible(), "prlimit (package util-linux)");
            case SHIFT_CLOCK -> missing(WrongClock.isPossible(), "libfaketime (package faketime)");
            default -> Optional.empty();
        };
    }

    private static Optional<String> missing(boolean isThere, String tool) {
        return isThere ? Optional.empty() : Optional.of(tool);
    }

    /** Every kind that a cluster of so many brokers can take, and for which this machine has the tools. */
    public static List<BlowKind> fitting(int brokers) {
        return Arrays.stream(values())
                .filter(kind -> kind.fits(brokers) && kind.missingTool().isEmpty())
                .toList();
    }
}
