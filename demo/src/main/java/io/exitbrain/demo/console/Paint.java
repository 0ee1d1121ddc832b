package io.exitbrain.demo.console;

/** Colours, where the terminal wants them. */
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

    /** Only on a terminal, which the launcher can tell, and not where the user asked for none (no-color.org). */
    public static boolean isWanted() {
        return Boolean.getBoolean("exitbrain.terminal") && System.getenv("NO_COLOR") == null;
    }
}
