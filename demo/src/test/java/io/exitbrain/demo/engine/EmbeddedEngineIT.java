package io.exitbrain.demo.engine;

import io.exitbrain.demo.BrokerSettings;
import io.exitbrain.demo.EmbeddedBroker;
import java.nio.file.Path;
import java.util.Optional;

/** The suite against the embedded broker. */
class EmbeddedEngineIT extends EngineSuite {

    private Optional<EmbeddedBroker> broker = Optional.empty();

    @Override
    String startBroker(Path folder) {
        EmbeddedBroker started = EmbeddedBroker.start(BrokerSettings.in(folder).onPort(0));
        broker = Optional.of(started);
        return started.bootstrapServers();
    }

    @Override
    void stopBroker() {
        broker.ifPresent(EmbeddedBroker::close);
    }
}
