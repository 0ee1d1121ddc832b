package io.exitbrain.audit.checks;

import io.exitbrain.audit.book.Books;
import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.book.SideBook;
import io.exitbrain.audit.book.SymbolBook;
import java.util.Map;
import java.util.Optional;

/**
 * Says of an input whether it may have no output at a moment: it changes no position and reaches no stop. What changes a position always
 * gives an event, so an input that would change one and gave none was read at another moment.
 */
final class QuietInputs {

    private QuietInputs() {}

    /** {@code plans} are the newest plans by slot. */
    static boolean isOne(InputReading reading, Books books, Map<String, ObservedPlan> plans) {
        if (reading.kind() != InputReading.Kind.VALID || reading.messages().isEmpty()) {
            return true;
        }
        String symbol = reading.symbol().orElseThrow();
        SymbolBook before = books.symbol(symbol);
        SymbolBook after = books.after(reading);
        for (SideBook side : after.sides()) {
            Optional<ObservedPlan> plan =
                    Optional.ofNullable(plans.get(ObservedPlan.slotOf(symbol, side.positionSide())));
            if (changes(before.side(side.positionSide()), side) || fires(plan, after, side)) {
                return false;
            }
        }
        return true;
    }

    private static boolean changes(SideBook before, SideBook after) {
        return before.isKnown() && before.signed().compareTo(after.signed()) != 0;
    }

    private static boolean fires(Optional<ObservedPlan> plan, SymbolBook symbol, SideBook side) {
        return side.isKnown()
                && side.isOpen()
                && plan.filter(known -> !known.isExited())
                        .flatMap(known -> known.stop()
                                .flatMap(stop -> symbol.markFor(side).filter(mark -> known.isBreached(mark, stop))))
                        .isPresent();
    }
}
