package io.exitbrain.acceptance.engine;

import io.exitbrain.acceptance.cluster.TestedLane;

/** The engine suite on the plain lane. */
class PlainEngineIT extends EmbeddedEngineIT {

    @Override
    TestedLane lane() {
        return TestedLane.PLAIN_CLASSIC;
    }
}
