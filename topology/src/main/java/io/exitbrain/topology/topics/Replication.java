package io.exitbrain.topology.topics;

/** The number of copies of a topic: an exact number, or as many as the cluster has brokers, up to three. */
public sealed interface Replication {

    int MAX_AUTO_COPIES = 3;

    /** The number of copies of a new topic on a cluster with {@code brokers} live brokers. */
    short copiesOn(int brokers);

    /** Whether a topic with {@code copies} copies needs no change. */
    boolean isMetBy(int copies, int brokers);

    static Replication auto() {
        return new Auto();
    }

    static Replication exactly(int copies) {
        return new Exactly(copies);
    }

    /** {@code min(3, live brokers)}. More copies are accepted, because a broker may be down at the moment. */
    record Auto() implements Replication {

        @Override
        public short copiesOn(int brokers) {
            return (short) Math.min(MAX_AUTO_COPIES, brokers);
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

    /** Exactly {@code copies} copies on every cluster. */
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
