package io.exitbrain.access;

/** A text that is never shown. */
public final class Secret {

    static final String SHOWN = "****";

    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /** The text itself: for whom it is meant, never for a log or an answer. */
    String text() {
        return text;
    }

    char[] characters() {
        return text.toCharArray();
    }

    @Override
    public String toString() {
        return SHOWN;
    }
}
