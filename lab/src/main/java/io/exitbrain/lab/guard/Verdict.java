package io.exitbrain.lab.guard;

import java.util.List;

/**
 * What can be known of a policy against the baseline.
 *
 * @param reasons one sentence for each thing that was looked at
 */
public record Verdict(Word word, List<String> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** The four words. */
    public enum Word {
        BETTER("better"),
        NOT_DISTINGUISHABLE("not distinguishable"),
        WORSE("worse"),
        TOO_LITTLE_DATA("too little data");

        private final String text;

        Word(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
