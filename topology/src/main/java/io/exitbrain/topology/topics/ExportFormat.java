package io.exitbrain.topology.topics;

/** The tools that {@code topics export} writes for. */
enum ExportFormat {
    KAFKA_TOPICS,
    STRIMZI;

    /** The name on the command line. */
    @Override
    public String toString() {
        return this == KAFKA_TOPICS ? "kafka-topics" : "strimzi";
    }
}
