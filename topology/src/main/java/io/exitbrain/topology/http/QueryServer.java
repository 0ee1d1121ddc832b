package io.exitbrain.topology.http;

import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.evidence.StreamsView;
import io.exitbrain.topology.health.Build;
import io.exitbrain.topology.health.EngineHealth;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.settings.HttpAddress;
import io.javalin.Javalin;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TopologyDescription;

/** The HTTP server of the engine: plans, health, metrics. It is bound before the engine starts, so that the others know its address. */
public final class QueryServer implements AutoCloseable {

    private final HttpAddress address;
    private final Javalin server;
    private volatile Optional<Served> served = Optional.empty();

    /** What the routes answer from. */
    record Served(PlanQueries plans, EngineHealth health, Metrics metrics, TopologyDescription topology) {}

    private QueryServer(HttpAddress address) {
        this.address = address;
        this.server = Javalin.create(config -> new Routes(this::ready).addTo(config));
    }

    /** Binds {@code address}; throws {@link HttpPortInUse} if it is already in use. */
    public static QueryServer bind(HttpAddress address) {
        QueryServer queries = new QueryServer(address);
        try {
            queries.server.start(address.host(), address.port());
            return queries;
        } catch (RuntimeException failure) {
            throw new HttpPortInUse(address, failure);
        }
    }

    /** Starts to answer from {@code streams}, which was built with {@code flow} and has {@code topology}. */
    public void serve(
            KafkaStreams streams,
            Evidence evidence,
            FlowContext flow,
            TopologyDescription topology,
            HealthLimits limits) {
        StreamsView view = StreamsView.of(streams);
        Build build = Build.of(flow.policy());
        serve(new Served(
                new PlanQueries(view, evidence, advertised(), flow.partitions()),
                new EngineHealth(
                        view, evidence, flow.vitals(), flow.reference(), limits, build, System::currentTimeMillis),
                new Metrics(streams, flow.vitals()),
                topology));
    }

    void serve(Served parts) {
        served = Optional.of(parts);
    }

    private Served ready() {
        return served.orElseThrow(() -> new NotReady("the engine is starting"));
    }

    public int port() {
        return server.port();
    }

    public String advertised() {
        return address.advertisedOrOwn(server.port());
    }

    @Override
    public void close() {
        server.stop();
        served.ifPresent(all -> all.metrics().close());
        served = Optional.empty();
    }
}
