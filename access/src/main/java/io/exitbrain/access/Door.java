package io.exitbrain.access;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/**
 * How clients come to a server: where it listens, what it asks of them, and what one of them may cost.
 *
 * @param host the address it listens on
 * @param port 0 = any free port
 * @param headWithin the longest time from the first byte of a request to the end of its headers
 */
public record Door(String host, int port, Access access, Duration headWithin) {

    private static final Duration HEAD_WITHIN = Duration.ofSeconds(10);

    /** The first line of a request and its headers together, bytes. */
    private static final int MAX_HEAD = 8 * 1024;

    private static final long IDLE_MS = 30_000;
    /** More connections than this shorten the time for which an idle one is kept. */
    private static final int MANY_CONNECTIONS = 1_000;

    private static final int IDLE_WHEN_MANY_MS = 2_000;
    private static final int WAITING_CONNECTIONS = 1_024;

    public Door(String host, int port, Access access) {
        this(host, port, access, HEAD_WITHIN);
    }

    /** Adds it to {@code config}. Requests under other names than {@code names}, localhost and addresses are refused. */
    public void addTo(JavalinConfig config, Collection<String> names) {
        config.jetty.modifyHttpConfiguration(Door::limit);
        config.jetty.addConnector(this::connector);
        config.routes.before(new NameGuard(names)::check);
        access.token().map(TokenGuard::new).ifPresent(guard -> config.routes.before(guard::check));
    }

    private static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEAD);
    }

    /** An idle connection costs no thread, but a file of the process. */
    private static LowResourceMonitor lowResources(Server server, ServerConnector connector) {
        LowResourceMonitor monitor = new LowResourceMonitor(server);
        monitor.setMonitoredConnectors(List.of(connector));
        monitor.addLowResourceCheck(monitor.new MaxConnectionsLowResourceCheck(MANY_CONNECTIONS));
        monitor.setLowResourcesIdleTimeout(IDLE_WHEN_MANY_MS);
        // At each look, so that it holds for clients that came after the first one, too.
        monitor.setMaxLowResourcesTime(1);
        return monitor;
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector = access.tls()
                .map(tls -> encrypted(server, http, tls))
                .orElseGet(() -> new ServerConnector(server, plain));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MS);
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        server.addBean(lowResources(server, connector));
        connector.addBean(new HeadDeadline(connector, headWithin));
        return connector;
    }

    private static ServerConnector encrypted(Server server, HttpConfiguration http, Tls tls) {
        HttpConfiguration secure = new HttpConfiguration(http);
        // The names are checked by NameGuard, in the same way as without TLS.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory inside = new HttpConnectionFactory(secure);
        return new ServerConnector(server, new SslConnectionFactory(tls.server(), inside.getProtocol()), inside);
    }
}
