package io.exitbrain.acceptance.engine;

import io.exitbrain.acceptance.cluster.TestedLane;

/** The engine suite on the plain lane, in a group of the streams protocol. */
class StreamsProtocolEngineIT extends EmbeddedEngineIT {

    @Override
    TestedLane lane() {
        return TestedLane.PLAIN_STREAMS;
    }
}
