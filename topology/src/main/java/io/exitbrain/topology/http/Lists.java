package io.exitbrain.topology.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Answers questions for a list: all of it, or a part that says what is missing. */
final class Lists {

    private final GroupQuery group;

    Lists(GroupQuery group) {
        this.group = group;
    }

    /**
     * What the client wants.
     *
     * @param symbol only this symbol
     * @param isLocal whether only this instance is asked
     * @param isPartial whether a part is wanted, too
     * @param copies the partitions whose copies on this instance are asked
     */
    record Wanted(Optional<String> symbol, boolean isLocal, boolean isPartial, Set<Integer> copies) {}

    /**
     * The list; 503 unless every partition answered. With {@code partial} an object with the list, and with the partitions that are
     * {@code missing} or {@code stale}.
     */
    Answer answer(GroupQuery.Question question, Wanted wanted) {
        GroupQuery.Collected found = found(question, wanted);
        if (wanted.isPartial()) {
            JsonNode part = found.partial(question.name());
            return found.stale().isEmpty() ? Answer.ok(part) : Answer.stale(part);
        }
        if (!wanted.isLocal() && !found.missing().isEmpty()) {
            throw new NotReady("partitions %s of %d do not answer now; ?partial=true answers without them"
                    .formatted(found.missing(), found.partitions()));
        }
        return Answer.ok(found.list());
    }

    private GroupQuery.Collected found(GroupQuery.Question question, Wanted wanted) {
        if (!wanted.copies().isEmpty()) {
            return group.copiesHere(question, wanted.copies());
        }
        if (wanted.isLocal()) {
            return group.here(question);
        }
        GroupQuery.Collected all = group.everywhere(question);
        return wanted.isPartial() ? group.withCopies(question, all) : all;
    }
}
