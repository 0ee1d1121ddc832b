package io.exitbrain.lab.terminal;

import java.io.PrintWriter;

/** A line of the error output that is written over itself. It shows nothing unless that output is a terminal. */
public final class StatusLine {

    private static final String BEGIN = "\r";
    private static final String CLEAR = "\u001b[K";

    private final PrintWriter err;
    private final boolean isShown;

    private StatusLine(PrintWriter err, boolean isShown) {
        this.err = err;
        this.isShown = isShown;
    }

    public static StatusLine on(PrintWriter err) {
        return new StatusLine(err, Boolean.getBoolean("exitbrain.errors.terminal"));
    }

    /** Shows {@code sentence} in place of what was shown. */
    public void show(String sentence) {
        write(BEGIN + sentence + CLEAR);
    }

    /** Leaves the line empty for what is printed next. */
    public void clear() {
        write(BEGIN + CLEAR);
    }

    private void write(String text) {
        if (isShown) {
            err.print(text);
            err.flush();
        }
    }
}
