package io.exitbrain.topology.settings;

import io.exitbrain.topology.context.Lane;
import java.util.Optional;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.StreamsConfig;

/** Chooses the lane, and refuses Kafka settings that do not work with the fast lane. */
final class LaneChoice {

    private static final String NO_IDLING = String.valueOf(StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);

    private LaneChoice() {}

    /** The configured lane. The default is the fast lane, or the plain lane with the streams group protocol. */
    static Lane of(SettingValues read) {
        boolean isStreamsProtocol =
                GroupProtocol.STREAMS.name.equalsIgnoreCase(read.kafka().get(StreamsConfig.GROUP_PROTOCOL_CONFIG));
        if (read.text(Setting.LANE).isEmpty()) {
            return checked(isStreamsProtocol ? Lane.PLAIN : Lane.FAST, read);
        }
        Lane lane = read.constant(Setting.LANE, Lane.class);
        if (lane == Lane.FAST && isStreamsProtocol) {
            read.faults().add("lane: fast needs kafka.group.protocol=classic; with streams set lane=plain");
        }
        return checked(lane, read);
    }

    private static Lane checked(Lane lane, SettingValues read) {
        Optional<String> idle = Optional.ofNullable(read.kafka().get(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG));
        if (lane == Lane.FAST && idle.filter(value -> !value.equals(NO_IDLING)).isPresent()) {
            read.faults()
                    .add(
                            "kafka.max.task.idle.ms: must be -1 on the fast lane, whose consumer keeps the order of the inputs, was "
                                    + idle.get() + "; to change it set lane=plain");
        }
        return lane;
    }
}
