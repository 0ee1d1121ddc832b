package io.exitbrain.acceptance.cluster;

import java.util.List;

/** The ways to run the engine that the broker tests cover: both lanes, and on the plain lane both group protocols. */
public enum TestedLane {
    FAST("fast", "classic"),
    PLAIN_CLASSIC("plain", "classic"),
    PLAIN_STREAMS("plain", "streams");

    private final String lane;
    private final String protocol;

    TestedLane(String lane, String protocol) {
        this.lane = lane;
        this.protocol = protocol;
    }

    public List<String> settings() {
        return List.of("lane=" + lane, "kafka.group.protocol=" + protocol);
    }
}
