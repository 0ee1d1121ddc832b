package io.exitbrain.topology.replay;

/** Finds out whether a JSON text is already as Jackson would write its tree, so that it need not be parsed for that. */
final class CanonicalJson {

    private static final int SMALL_ZEROS = 6;

    private CanonicalJson() {}

    /**
     * Whether the valid JSON {@code text} is certainly in that form: no space between its parts, no escape, no number with an exponent, and
     * none that a {@code BigDecimal} would write with one, or without its sign.
     */
    static boolean is(String text) {
        boolean isInText = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') {
                isInText = !isInText;
            } else if (character == '\\') {
                return false;
            } else if (!isInText && (character <= ' ' || isUnusual(text, i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether an unusual number can begin or go on at {@code i}: an exponent, a negative zero, or a very small one. */
    private static boolean isUnusual(String text, int i) {
        return switch (text.charAt(i)) {
            case 'E' -> true;
            case 'e' -> Character.isDigit(text.charAt(i - 1));
            case '-' -> text.startsWith("0", i + 1);
            case '.' -> text.startsWith("0".repeat(SMALL_ZEROS), i + 1);
            default -> false;
        };
    }
}
