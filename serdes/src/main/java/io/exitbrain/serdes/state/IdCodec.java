package io.exitbrain.serdes.state;

import java.nio.charset.StandardCharsets;

/**
 * The codec of an id. A state has many ids, and most ids are whole numbers, so a whole number is written in the fewest bytes.
 *
 * <pre>
 * size: number * 2 + 1                       if the id is a whole number of at most 18 digits without leading zeros
 * size: length of its UTF-8 * 2, the UTF-8   otherwise
 * </pre>
 */
final class IdCodec implements Codec<String> {

    static final Codec<String> ID = new IdCodec();

    private static final int MAX_DIGITS = 18;

    @Override
    public void write(BinaryWriter out, String id) {
        if (isCount(id)) {
            out.size((Long.parseLong(id) << 1) | 1);
        } else {
            byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
            out.size((long) utf8.length << 1);
            out.rest(utf8);
        }
    }

    @Override
    public String read(BinaryReader in) {
        long header = in.size();
        return (header & 1) == 1 ? Long.toString(header >>> 1) : in.text(in.checked(header >>> 1));
    }

    private static boolean isCount(String id) {
        boolean hasLeadingZero = id.length() > 1 && id.charAt(0) == '0';
        return !id.isEmpty()
                && id.length() <= MAX_DIGITS
                && !hasLeadingZero
                && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
