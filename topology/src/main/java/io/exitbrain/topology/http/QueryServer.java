package io.exitbrain.topology.http;

import io.exitbrain.access.Access;
import io.exitbrain.access.Door;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.evidence.StreamsView;
import io.exitbrain.topology.health.Build;
import io.exitbrain.topology.health.EngineHealth;
import io.exitbrain.topology.history.Consumers;
import io.exitbrain.topology.metrics.EngineMetrics;
import io.exitbrain.topology.page.Page;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.settings.HttpAddress;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TopologyDescription;

/** The HTTP server of the engine: page, queries, health, metrics. It is bound before the engine starts, so that the others know its address. */
public final class QueryServer implements AutoCloseable {

    private final HttpAddress address;
    private final Page page = new Page();
    private final Javalin server;
    private volatile Optional<Served> served = Optional.empty();
    private volatile Supplier<Optional<String>> identity = Optional::empty;

    /** What the routes answer from. */
    record Served(Queries queries, EngineHealth health, EngineMetrics metrics) {}

    private QueryServer(HttpAddress address) {
        this.address = address;
        this.server = Javalin.create(this::configure);
    }

    /** Binds {@code address}; throws {@link HttpPortInUse} if it is already in use. */
    public static QueryServer bind(HttpAddress address) {
        QueryServer queries = new QueryServer(address);
        try {
            queries.server.start();
            return queries;
        } catch (RuntimeException failure) {
            throw new HttpPortInUse(address, failure);
        }
    }

    /**
     * Starts to answer from {@code streams}, which was built with {@code flow} and has {@code topology}, and shows the page, which reads
     * topics by {@code consumers} of its own.
     */
    public void serve(
            KafkaStreams streams,
            Evidence evidence,
            FlowContext flow,
            Consumers consumers,
            TopologyDescription topology,
            HealthLimits limits) {
        StreamsView view = StreamsView.of(streams);
        Build build = Build.of(flow.policy());
        EngineHealth health = new EngineHealth(
                view, evidence, flow.vitals(), flow.reference(), limits, build, System::currentTimeMillis);
        Queries queries = Queries.of(view, evidence, advertised(), address.access(), flow.partitions());
        EngineMetrics.Subject subject = new EngineMetrics.Subject(
                view, evidence, flow.vitals(), build, queries.positions()::ofThisInstance, System::currentTimeMillis);
        serve(new Served(queries, health, new EngineMetrics(subject, streams)));
        page.show(PageWiring.parts(queries.positions(), health, flow, consumers, topology.toString()));
    }

    void serve(Served parts) {
        served = Optional.of(parts);
    }

    /** From now on {@code /instance} answers {@code json}. */
    public void identify(Supplier<String> json) {
        identity = () -> Optional.of(json.get());
    }

    private void configure(JavalinConfig config) {
        // The port is not known yet, and does not count: the guard looks at names.
        new Door(address.host(), address.port(), address.access())
                .addTo(config, List.of(address.host(), address.advertisedOrOwn(address.port())));
        page.routes(config);
        new Routes(() -> served).addTo(config);
        new InstanceRoute(() -> identity.get()).addTo(config);
    }

    /** The paths of the server, with the names of their parameters. */
    Set<String> paths() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> HandlerType.GET.equals(route.endpoint.method))
                .map(route -> route.endpoint.path)
                .collect(Collectors.toUnmodifiableSet());
    }

    Access access() {
        return address.access();
    }

    public int port() {
        return server.port();
    }

    /** The page, as a browser opens it. */
    public String url() {
        return address.access().scheme() + "://" + advertised();
    }

    public String advertised() {
        return address.advertisedOrOwn(server.port());
    }

    /**
     * Answers every query with 503 from now on. The port stays open until {@link #close()}: a closed one says that the
     * process has ended.
     */
    public void stopAnswering() {
        identity = Optional::empty;
        page.close();
        served.ifPresent(all -> all.metrics().close());
        served = Optional.empty();
    }

    @Override
    public void close() {
        stopAnswering();
        server.stop();
    }
}
