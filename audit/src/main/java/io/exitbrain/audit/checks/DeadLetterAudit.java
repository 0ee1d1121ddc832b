package io.exitbrain.audit.checks;

import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.record.AuditRecord;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** I11: an invalid record gives one dead letter with its bytes and a reason, and no other output. */
final class DeadLetterAudit {

    private static final int MAX_BYTES = 4 * 1024 * 1024 - 64 * 1024;

    private final BiConsumer<Invariant, String> find;

    DeadLetterAudit(BiConsumer<Invariant, String> find) {
        this.find = find;
    }

    void check(InputReading.Kind kind, AuditRecord input, List<AuditRecord> outputs) {
        List<AuditRecord> letters = outputs.stream()
                .filter(output -> output.topic().equals("dead-letters"))
                .toList();
        if (kind == InputReading.Kind.ELSEWHERE) {
            // Of the elements of a record some may be refused, and then one letter says so.
            return;
        }
        boolean isCorrect = kind == InputReading.Kind.INVALID
                ? outputs.size() == 1 && letters.size() == 1 && matches(letters.get(0), input)
                : letters.isEmpty();
        if (!isCorrect) {
            find.accept(Invariant.I11, "the input is " + kind + ", outputs are " + outputs);
        }
    }

    private static boolean sameBytes(AuditRecord letter, AuditRecord input) {
        return letter.value().isPresent() == input.value().isPresent()
                && letter.value()
                        .map(bytes -> isSame(bytes, input.value().orElseThrow()))
                        .orElse(true);
    }

    /** A value that is too large for {@code dead-letters} is cut. */
    private static boolean isSame(byte[] letter, byte[] input) {
        return Arrays.equals(letter, input)
                || (input.length > MAX_BYTES && Arrays.equals(letter, Arrays.copyOf(input, letter.length)));
    }

    private static boolean matches(AuditRecord letter, AuditRecord input) {
        return sameBytes(letter, input)
                && letter.key().equals(input.key())
                && letter.reason().filter(reason -> !reason.isBlank()).isPresent();
    }
}
