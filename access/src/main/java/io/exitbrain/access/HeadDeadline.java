package io.exitbrain.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that take too long for the head of a request. Jetty only limits the silence of a client, so one that sends a byte now
 * and then would keep its connection. The time begins when the first byte is seen; that of a TLS handshake counts, too.
 */
final class HeadDeadline extends AbstractLifeCycle {

    private static final int CHECKS_WITHIN_LIMIT = 10;

    private final ServerConnector connector;
    private final long limitNanos;
    private final long intervalNanos;
    private Map<EndPoint, Progress> connections = Map.of();
    private volatile Scheduler.Task next = () -> false;

    HeadDeadline(ServerConnector connector, Duration limit) {
        this.connector = connector;
        this.limitNanos = limit.toNanos();
        this.intervalNanos = limitNanos / CHECKS_WITHIN_LIMIT;
    }

    /**
     * What was seen of a connection.
     *
     * @param requests those whose head was whole
     * @param bytes all that it has sent
     * @param begunNanos when bytes after the last whole head were first seen
     */
    private record Progress(long requests, long bytes, OptionalLong begunNanos) {

        private static final Progress NONE = new Progress(0, 0, OptionalLong.empty());

        Progress then(Progress now, long nowNanos) {
            if (now.requests != requests) {
                return now;
            }
            boolean hasBegun = begunNanos.isEmpty() && now.bytes > bytes;
            return new Progress(requests, now.bytes, hasBegun ? OptionalLong.of(nowNanos) : begunNanos);
        }

        boolean isLate(long nowNanos, long limitNanos) {
            return begunNanos.isPresent() && nowNanos - begunNanos.getAsLong() > limitNanos;
        }
    }

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    private void schedule() {
        next = connector.getScheduler().schedule(this::check, intervalNanos, TimeUnit.NANOSECONDS);
    }

    private void check() {
        long nowNanos = System.nanoTime();
        Map<EndPoint, Progress> now = new HashMap<>();
        for (EndPoint client : connector.getConnectedEndPoints()) {
            Progress progress = connections.getOrDefault(client, Progress.NONE).then(progressOf(client), nowNanos);
            if (progress.isLate(nowNanos, limitNanos)) {
                client.close();
            } else {
                now.put(client, progress);
            }
        }
        connections = now;
        if (isRunning()) {
            schedule();
        }
    }

    private static Progress progressOf(EndPoint client) {
        Optional<Connection> outer = Optional.ofNullable(client.getConnection());
        return new Progress(
                outer.map(HeadDeadline::http).map(Connection::getMessagesIn).orElse(0L),
                outer.map(Connection::getBytesIn).orElse(0L),
                OptionalLong.empty());
    }

    private static Connection http(Connection outer) {
        return outer instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : outer;
    }
}
