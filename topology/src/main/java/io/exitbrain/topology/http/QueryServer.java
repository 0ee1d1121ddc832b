package io.exitbrain.topology.http;

import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.history.Consumers;
import io.exitbrain.topology.page.Page;
import io.exitbrain.topology.page.RequestGuard;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.settings.HttpAddress;
import io.exitbrain.topology.vitals.Vitals;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;

/** The HTTP server of the engine: page, plans, health, metrics. It is bound before the engine starts, so that the others know its address. */
public final class QueryServer implements AutoCloseable {

    private static final String JSON = "application/json";

    /** Set on requests that a route answered, because its 404 has a more specific message. */
    private static final String ANSWERED = "answered";

    private final HttpAddress address;
    private final Page page = new Page();
    private final Javalin server;
    private volatile Optional<Served> served = Optional.empty();

    private record Served(StreamsView streams, PlanQueries plans, EngineHealth health, Metrics metrics) {}

    private QueryServer(HttpAddress address) {
        this.address = address;
        this.server = Javalin.create(this::configure);
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

    /** Starts to answer from {@code streams} and the context {@code flow} that it was built with; the caller closes {@code admin}. */
    public void serve(KafkaStreams streams, Admin admin, FlowContext flow, HealthLimits limits) {
        serve(
                StreamsView.of(streams, admin),
                flow.partitions(),
                flow.vitals(),
                flow.reference(),
                limits,
                new Metrics(streams, flow.vitals()));
    }

    /** Shows the operator's page with what is served. {@code topology} is the description of the flow. */
    public void show(FlowContext flow, Consumers consumers, String topology) {
        Served now = ready();
        page.show(PageWiring.parts(
                new LocalPositions(now.streams(), flow.partitions()), now.health(), flow, consumers, topology));
    }

    void serve(
            StreamsView streams,
            int partitions,
            Vitals vitals,
            ReferenceData reference,
            HealthLimits limits,
            Metrics metrics) {
        served = Optional.of(new Served(
                streams,
                new PlanQueries(streams, advertised(), partitions),
                new EngineHealth(streams, vitals, reference, limits, System::currentTimeMillis),
                metrics));
    }

    public int port() {
        return server.port();
    }

    public String advertised() {
        return address.advertisedOrOwn(server.port());
    }

    @Override
    public void close() {
        page.close();
        server.stop();
        served.ifPresent(all -> all.metrics().close());
        served = Optional.empty();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.routes.before(context -> new RequestGuard(address.host(), advertised()).check(context));
        page.routes(config);
        config.routes.get("/plans", context -> answer(context, ready().plans().all(isLocal(context))));
        config.routes.get(
                "/plans/{symbol}",
                context -> answer(context, ready().plans().of(context.pathParam("symbol"), isLocal(context))));
        config.routes.get(
                "/plans/{symbol}/trailing",
                context -> answer(
                        context,
                        ready().plans()
                                .trailing(
                                        context.pathParam("symbol"),
                                        Optional.ofNullable(context.queryParam("positionSide")),
                                        isLocal(context))));
        config.routes.get("/health", context -> answer(context, ready().health().report()));
        config.routes.get(
                "/health/live", context -> answer(context, ready().health().live()));
        config.routes.get(
                "/health/ready", context -> answer(context, ready().health().ready()));
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(ready().metrics().scrape()));
        config.routes.exception(NotReady.class, (notReady, context) -> answer(context, Answer.notReady(notReady)));
        config.routes.error(404, context -> {
            if (context.attribute(ANSWERED) == null) {
                answer(
                        context,
                        Answer.notFound("there is nothing at " + context.path()
                                + "; try /plans, /health or /metrics, or / for the page"));
            }
        });
    }

    private static boolean isLocal(Context context) {
        return "true".equals(context.queryParam("local"));
    }

    private Served ready() {
        return served.orElseThrow(() -> new NotReady("the engine is starting"));
    }

    private static void answer(Context context, Answer answer) {
        context.attribute(ANSWERED, true);
        context.status(HttpStatus.forStatus(answer.status()));
        answer.retryAfterSeconds().ifPresent(seconds -> context.header("Retry-After", String.valueOf(seconds)));
        context.result(answer.json()).contentType(JSON);
    }
}
