package io.exitbrain.chaos.process;

import java.io.UncheckedIOException;

/** Lets every write of a process to a file fail, as on a full disk, through the limit of the size of its files. */
public final class FullDisk {

    private static final String TOOL = "prlimit";

    private FullDisk() {}

    /** Whether the tool that sets the limit is there. */
    public static boolean isPossible() {
        try {
            return SystemCommand.exitCode(TOOL, "--version") == 0;
        } catch (UncheckedIOException missing) {
            return false;
        }
    }

    static boolean begin(long pid) {
        return limit(pid, "0");
    }

    static boolean end(long pid) {
        return limit(pid, "unlimited");
    }

    /** Sets the soft limit only: without more rights it can be raised again. False if the process has ended. */
    private static boolean limit(long pid, String bytes) {
        return SystemCommand.exitCode(TOOL, "--pid", Long.toString(pid), "--fsize=" + bytes + ":") == 0;
    }
}
