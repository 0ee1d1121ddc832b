package io.exitbrain.topology.deadletters;

/** The record that was asked for is not on {@code dead-letters}. */
public final class NoSuchLetter extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NoSuchLetter(Coordinates asked, LetterScan scan) {
        super(asked + " does not exist: " + range(asked.partition(), scan));
    }

    private static String range(int partition, LetterScan scan) {
        long begin = scan.begin(partition);
        long end = scan.end(partition);
        if (begin < 0) {
            return "there is no partition " + partition;
        }
        return begin == end
                ? "partition " + partition + " is empty"
                : "partition %d has the offsets %d to %d, some of which can be unused"
                        .formatted(partition, begin, end - 1);
    }
}
