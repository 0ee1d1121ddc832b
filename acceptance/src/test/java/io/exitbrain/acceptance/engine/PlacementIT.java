package io.exitbrain.acceptance.engine;

import io.exitbrain.broker.BrokerSettings;
import io.exitbrain.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.Optional;

/** The placement suite on the fast lane. */
class PlacementIT extends PlacementSuite {

    private Optional<EmbeddedBroker> broker = Optional.empty();

    @Override
    String startBroker(Path folder) {
        EmbeddedBroker started = EmbeddedBroker.start(BrokerSettings.in(folder));
        broker = Optional.of(started);
        return started.bootstrapServers();
    }

    @Override
    void stopBroker() {
        broker.ifPresent(EmbeddedBroker::close);
    }
}
