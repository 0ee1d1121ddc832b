package io.exitbrain.acceptance.engine;

import io.exitbrain.acceptance.cluster.TestedLane;

/** The placement suite on the plain lane. */
class PlainPlacementIT extends PlacementIT {

    @Override
    TestedLane lane() {
        return TestedLane.PLAIN_CLASSIC;
    }
}
