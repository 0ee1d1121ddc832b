package io.exitbrain.audit.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which inputs the engine may have read before a step, where their times leave that open: the likely ones first. */
final class Placements {

    /** Of each topic. */
    private static final int DOUBTFUL = 8;

    private static final int TRIED = 48;

    private Placements() {}

    /** Inputs that count as read before the step, though their times do not say so; {@code distance} from what the times say. */
    private record Choice(List<PendingInputs.Pending> read, int distance) {

        Choice and(Choice other) {
            List<PendingInputs.Pending> both = new ArrayList<>(read);
            both.addAll(other.read);
            return new Choice(both, distance + other.distance);
        }
    }

    /**
     * The sets of doubtful inputs that were read before the step; the first one is what the times say.
     *
     * @param queues the inputs of each topic, but for that of the cause
     * @param certain inputs before this time were read before the step
     * @param likely inputs before this time were, if their times are right
     * @param possible inputs up to this time may have been
     */
    static List<Set<PendingInputs.Pending>> of(
            List<Deque<PendingInputs.Pending>> queues, long certain, long likely, long possible) {
        List<Choice> choices = List.of(new Choice(List.of(), 0));
        for (Deque<PendingInputs.Pending> queue : queues) {
            List<Choice> ofTopic = ofTopic(queue, certain, likely, possible);
            choices = choices.stream()
                    .flatMap(choice -> ofTopic.stream().map(choice::and))
                    .sorted(Comparator.comparingInt(Choice::distance))
                    .limit(TRIED)
                    .toList();
        }
        List<Set<PendingInputs.Pending>> sets = new ArrayList<>();
        choices.forEach(choice -> sets.add(new HashSet<>(choice.read())));
        return sets;
    }

    /** A topic keeps its order: the first doubtful one, the first two, and so on. */
    private static List<Choice> ofTopic(Deque<PendingInputs.Pending> queue, long certain, long likely, long possible) {
        List<PendingInputs.Pending> doubtful = queue.stream()
                .filter(input -> input.mergeTime() >= certain && input.mergeTime() <= possible)
                .limit(likelyOf(queue, certain, likely) + DOUBTFUL)
                .toList();
        int before = likelyOf(queue, certain, likely);
        List<Choice> choices = new ArrayList<>();
        for (int count = Math.max(0, before - DOUBTFUL); count <= doubtful.size(); count++) {
            choices.add(new Choice(doubtful.subList(0, count), Math.abs(count - before)));
        }
        return choices;
    }

    private static int likelyOf(Deque<PendingInputs.Pending> queue, long certain, long likely) {
        return (int) queue.stream()
                .filter(input -> input.mergeTime() >= certain && input.mergeTime() < likely)
                .count();
    }
}
