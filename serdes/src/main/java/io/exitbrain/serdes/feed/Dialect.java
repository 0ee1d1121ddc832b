package io.exitbrain.serdes.feed;

import java.util.List;

/** The names that one exchange or library gives to things: how to recognise them, and what they are by our own names. */
public interface Dialect {

    /** The name in counters and reasons. */
    String name();

    /** Whether {@code payload} has marks of this dialect. No other dialect has the same marks. */
    boolean isSpokenIn(Payload payload);

    /**
     * The verdicts on a payload of this dialect; several where it holds several messages.
     *
     * @throws io.exitbrain.serdes.json.Refusal if the payload cannot be used
     */
    List<Verdict> read(Payload payload);
}
