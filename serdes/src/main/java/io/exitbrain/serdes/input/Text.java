package io.exitbrain.serdes.input;

/** What may be said in text: no half characters, no control characters, not too long. */
public final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /** {@code text} fit to be quoted in a reason. */
    public static String shortened(String text) {
        return shortened(text, Limits.QUOTED_CHARACTERS);
    }

    /** {@code text} on one line of at most {@code most} characters. */
    public static String shortened(String text, int most) {
        String line = wellFormed(text).replaceAll("\\p{Cntrl}", String.valueOf(REPLACEMENT));
        if (line.length() <= most) {
            return line;
        }
        int end = most - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** {@code text} with every half of a surrogate pair replaced: such text cannot be written as UTF-8. */
    public static String wellFormed(String text) {
        return isWellFormed(text)
                ? text
                : text.codePoints()
                        .map(point -> isSurrogate(point) ? REPLACEMENT : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(Text::isSurrogate);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
