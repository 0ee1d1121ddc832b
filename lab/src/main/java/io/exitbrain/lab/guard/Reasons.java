package io.exitbrain.lab.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sentences, in the order in which they are added. */
final class Reasons {

    private final List<String> sentences = new ArrayList<>();

    /** Numbers are written as in English, whatever the machine's language. */
    Reasons add(String sentence, Object... values) {
        sentences.add(String.format(Locale.ROOT, sentence, values));
        return this;
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
