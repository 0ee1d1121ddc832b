package io.exitbrain.demo.console;

import java.io.PrintWriter;

/** Prints the lines of the demo. */
public final class Screen {

    private final PrintWriter out;
    private final boolean coloured;

    public Screen(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    public void line(Paint paint, String text) {
        out.println(coloured ? paint.on(text) : text);
        out.flush();
    }

    /** The colour of a line, if the terminal has colours. */
    public enum Paint {
        GOOD("\u001b[32m"),
        BAD("\u001b[31m"),
        NEWS("\u001b[36m"),
        QUIET("\u001b[2m"),
        PLAIN("");

        private static final String RESET = "\u001b[0m";

        private final String start;

        Paint(String start) {
            this.start = start;
        }

        String on(String line) {
            return start.isEmpty() ? line : start + line + RESET;
        }

        /** True on a terminal, as the launcher reports it, unless the user set NO_COLOR (no-color.org). */
        public static boolean isWanted() {
            return Boolean.getBoolean("exitbrain.terminal") && System.getenv("NO_COLOR") == null;
        }
    }
}
