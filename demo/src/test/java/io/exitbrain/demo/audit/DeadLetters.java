package io.exitbrain.demo.audit;

import java.util.List;
import java.util.function.BiConsumer;

/** I11: an invalid record leads to one dead letter with its bytes and a reason, and to nothing else. */
final class DeadLetters {

    private final BiConsumer<Invariant, String> find;

    DeadLetters(BiConsumer<Invariant, String> find) {
        this.find = find;
    }

    void check(Books.Kind kind, Line input, List<Line> outputs) {
        List<Line> letters = outputs.stream()
                .filter(output -> output.topic().equals("dead-letters"))
                .toList();
        boolean asItMustBe = kind == Books.Kind.INVALID
                ? outputs.size() == 1 && letters.size() == 1 && tells(letters.get(0), input)
                : letters.isEmpty();
        if (!asItMustBe) {
            find.accept(Invariant.I11, "the input is " + kind + ", came " + outputs);
        }
    }

    private static boolean tells(Line letter, Line input) {
        return letter.value().equals(input.value())
                && letter.key().equals(input.key())
                && letter.reason().filter(reason -> !reason.isBlank()).isPresent();
    }
}
