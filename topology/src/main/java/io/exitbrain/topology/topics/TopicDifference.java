package io.exitbrain.topology.topics;

/** One difference between a cluster and the topics file, and its remedy. */
public record TopicDifference(String topic, Remedy remedy, String field, String expected, String found) {

    /** The effect of {@code topics apply} on a difference. */
    public enum Remedy {
        /** The topic is missing and will be created. */
        CREATE('+'),
        /** The setting or partition count will be changed. */
        CHANGE('~'),
        /** It will not be changed: the change would move keys, or an operator must reassign replicas. */
        BLOCKED('!');

        private final char sign;

        Remedy(char sign) {
            this.sign = sign;
        }
    }

    static TopicDifference missing(TopicSpec topic, int brokers) {
        String shape = "%d partitions, %d copies"
                .formatted(topic.partitions(), topic.replication().copiesOn(brokers));
        return new TopicDifference(topic.name(), Remedy.CREATE, "topic", shape, "nothing");
    }

    /** One line for a terminal, such as {@code ~ mark-prices retention.ms: is 1000, should be 3600000}. */
    public String line() {
        return "%s %s %s: is %s, should be %s%s".formatted(remedy.sign, topic, field, found, expected, hint());
    }

    /** One line that says what was done to remove the difference. */
    public String doneLine() {
        return remedy == Remedy.CREATE
                ? "created %s with %s".formatted(topic, expected)
                : "changed %s %s from %s to %s".formatted(topic, field, found, expected);
    }

    private String hint() {
        if (remedy != Remedy.BLOCKED) {
            return "";
        }
        return field.equals("partitions")
                ? " (not changed: its keys would move to other partitions)"
                : " (not changed: move its replicas with a reassignment)";
    }
}
