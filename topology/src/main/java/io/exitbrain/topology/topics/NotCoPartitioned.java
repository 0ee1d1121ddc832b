package io.exitbrain.topology.topics;

import java.util.Map;
import java.util.stream.Collectors;

/** Topics of one group have different partition counts. */
public final class NotCoPartitioned extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NotCoPartitioned(String group, Map<String, Integer> partitions) {
        super(
                "topics of group %s must have equal partition counts, found %s: recreate those that differ, or set partitions in topics.yaml"
                        .formatted(group, listed(partitions)));
    }

    private static String listed(Map<String, Integer> partitions) {
        return partitions.entrySet().stream()
                .map(topic -> topic.getKey() + "=" + topic.getValue())
                .collect(Collectors.joining(", "));
    }
}
