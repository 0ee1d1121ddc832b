package io.exitbrain.lab.policydiff;

import io.exitbrain.domain.decision.ExitPlan;
import java.util.List;
import java.util.Optional;

/** The comparison as text. */
final class DiffText {

    private static final String KEEP =
            "A living plan keeps the numbers it was made with: the new policy applies to new positions.";

    /** {@code exit-plans} is not written when the trail moves a stop. */
    private static final String STOP =
            "The stop is that of the plan's last revision. The trail may have moved it since.\n";

    private DiffText() {}

    /** {@code positions} is empty if no brokers were asked. */
    static String of(List<Change> changes, Optional<List<Replanned>> positions) {
        StringBuilder text = new StringBuilder();
        text.append(changes.isEmpty() ? "no difference" : count(changes.size(), "setting differs", "settings differ"))
                .append('\n');
        changes.forEach(change -> append(text, change));
        positions.ifPresent(open -> append(text, open));
        return text.toString();
    }

    private static void append(StringBuilder text, Change change) {
        text.append("%n%s: %s -> %s%n  %s%n".formatted(change.path(), change.from(), change.to(), change.meaning()));
        if (change.isAtOnce()) {
            text.append("  It applies at once, to every position.\n");
        }
    }

    private static void append(StringBuilder text, List<Replanned> open) {
        text.append('\n')
                .append(count(open.size(), "open position", "open positions"))
                .append(". ")
                .append(KEEP);
        text.append("\nThe plan that it has -> the plan that a new fill of this size at this entry would get now.\n");
        text.append(STOP);
        open.forEach(position -> append(text, position));
    }

    private static void append(StringBuilder text, Replanned position) {
        ExitPlan living = position.living();
        text.append("%n%s %s %s at %s, plan %s%n"
                .formatted(
                        living.key(),
                        living.side(),
                        Settings.text(living.quantity()),
                        living.entryPrice().map(Settings::text).orElse("an unknown entry"),
                        living.planId()));
        if (position.fresh().isEmpty()) {
            text.append("  no new plan can be made: its entry is not known, or nothing is open\n");
        }
        position.exit().ifPresent(reason -> text.append("  would be closed at once: %s%n".formatted(reason)));
        position.fresh()
                .filter(fresh -> position.exit().isEmpty())
                .ifPresent(fresh -> PlanLines.between(living, fresh)
                        .forEach(line -> text.append("  ").append(line).append('\n')));
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
