package io.exitbrain.serdes.json;

/** Cleans text for reasons: no half surrogate pairs, no control characters, limited length. */
public final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /** {@code text} shortened for a quote in a reason. */
    public static String shortened(String text) {
        return shortened(text, Limits.QUOTED_CHARACTERS);
    }

    /** {@code text} on one line of at most {@code maxLength} characters. */
    public static String shortened(String text, int maxLength) {
        String line = wellFormed(text).replaceAll("\\p{Cntrl}", String.valueOf(REPLACEMENT));
        if (line.length() <= maxLength) {
            return line;
        }
        int end = maxLength - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** {@code text} with every half surrogate pair replaced, because it cannot be written as UTF-8. */
    public static String wellFormed(String text) {
        return isWellFormed(text)
                ? text
                : text.codePoints()
                        .map(point -> isSurrogate(point) ? REPLACEMENT : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(Text::isSurrogate);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
