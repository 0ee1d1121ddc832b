package io.exitbrain.topology.topics;

/** How many copies a topic has: an exact number, or as many as the cluster allows up to three. */
public sealed interface Replication {

    int MOST_COPIES_BY_DEFAULT = 3;

    /** The number of copies a new topic gets on a cluster of so many live brokers. */
    short copiesOn(int brokers);

    /** Whether a topic that has so many copies needs no other number. */
    boolean isMetBy(int copies, int brokers);

    static Replication auto() {
        return new Auto();
    }

    static Replication exactly(int copies) {
        return new Exactly(copies);
    }

    /** {@code min(3, live brokers)}; more copies than that are fine, because a broker may be down just now. */
    record Auto() implements Replication {

        @Override
        public short copiesOn(int brokers) {
            return (short) Math.min(MOST_COPIES_BY_DEFAULT, brokers);
        }

        @Override
        public boolean isMetBy(int copies, int brokers) {
            return copies >= copiesOn(brokers);
        }

        @Override
        public String toString() {
            return "auto";
        }
    }

    /** Exactly so many copies, whatever the cluster. */
    record Exactly(int copies) implements Replication {

        public Exactly {
            if (copies < 1 || copies > Short.MAX_VALUE) {
                throw new IllegalArgumentException("replication must be in [1, 32767], was " + copies);
            }
        }

        @Override
        public short copiesOn(int brokers) {
            return (short) copies;
        }

        @Override
        public boolean isMetBy(int found, int brokers) {
            return found == copies;
        }

        @Override
        public String toString() {
            return Integer.toString(copies);
        }
    }
}
