package io.exitbrain.acceptance.audit;

import java.util.List;
import java.util.function.BiConsumer;

/** I11: an invalid record gives one dead letter with its bytes and a reason, and no other output. */
final class DeadLetterAudit {

    private final BiConsumer<Invariant, String> find;

    DeadLetterAudit(BiConsumer<Invariant, String> find) {
        this.find = find;
    }

    void check(Books.Kind kind, Line input, List<Line> outputs) {
        List<Line> letters = outputs.stream()
                .filter(output -> output.topic().equals("dead-letters"))
                .toList();
        boolean isCorrect = kind == Books.Kind.INVALID
                ? outputs.size() == 1 && letters.size() == 1 && matches(letters.get(0), input)
                : letters.isEmpty();
        if (!isCorrect) {
            find.accept(Invariant.I11, "the input is " + kind + ", outputs are " + outputs);
        }
    }

    private static boolean matches(Line letter, Line input) {
        return letter.value().equals(input.value())
                && letter.key().equals(input.key())
                && letter.reason().filter(reason -> !reason.isBlank()).isPresent();
    }
}
