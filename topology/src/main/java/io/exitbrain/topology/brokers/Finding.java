package io.exitbrain.topology.brokers;

/**
 * What listens at an address.
 *
 * @param sentence what was seen, without the address; empty for a broker
 */
record Finding(BrokerAddress address, Kind kind, String sentence) {

    enum Kind {
        BROKER,
        /** Nothing answers. */
        NONE,
        /** Something answers, but not as a broker does. */
        OTHER
    }

    boolean isBroker() {
        return kind == Kind.BROKER;
    }

    boolean isOther() {
        return kind == Kind.OTHER;
    }
}
