package io.exitbrain.lab.shadow;

/** How two engines can differ on a plan. */
enum Kind {
    ONLY_LIVE("only the live engine has the plan"),
    ONLY_SHADOW("only the shadow engine has the plan"),
    FIRST_STOP("another first stop"),
    MOVES("another number of MOVEs"),
    ONLY_LIVE_EXITS("only the live engine exits"),
    ONLY_SHADOW_EXITS("only the shadow engine exits"),
    EXIT_REASON("another reason to exit");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
