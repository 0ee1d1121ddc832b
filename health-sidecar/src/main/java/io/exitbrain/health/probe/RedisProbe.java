package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.HostPort;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Whether Redis answers PING to a new client: connect, TLS, AUTH, PING, each time anew, so that it is seen when new clients are turned
 * away. The latency is that of the PING.
 */
final class RedisProbe implements Probe {

    private final URI uri;
    private final HostAndPort host;

    RedisProbe(Dependency dependency) {
        HostPort first = dependency.address().hosts().get(0);
        this.uri = dependency.address().uri();
        this.host = new HostAndPort(first.host(), first.port());
    }

    @Override
    public Finding look(Attempt attempt) {
        JedisClientConfig config = config((int) attempt.remaining().toMillis());
        try (Jedis redis = new Jedis(new ClosableConnections(host, config, attempt), config)) {
            long startNanos = System.nanoTime();
            String answer = redis.ping();
            double latencyMs = Attempt.msSince(startNanos);
            return answer.equals("PONG")
                    ? Finding.ok(latencyMs)
                    : Finding.degraded(latencyMs, "Answered PING with '%s': %s".formatted(OneLine.of(answer), host));
        }
    }

    private JedisClientConfig config(int timeoutMs) {
        SSLParameters tls = new SSLParameters();
        // without it any certificate of any machine would do
        tls.setEndpointIdentificationAlgorithm("HTTPS");
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .timeoutMillis(timeoutMs)
                .ssl(JedisURIHelper.isRedisSSLScheme(uri))
                .sslParameters(tls)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        if (uri.getUserInfo() != null && uri.getUserInfo().contains(":")) {
            config.user(JedisURIHelper.getUser(uri)).password(JedisURIHelper.getPassword(uri));
        }
        return config.build();
    }

    /** Opens connections that a hanging attempt can close. */
    private static final class ClosableConnections extends DefaultJedisSocketFactory {

        private final Attempt attempt;

        ClosableConnections(HostAndPort host, JedisClientConfig config, Attempt attempt) {
            super(host, config);
            this.attempt = attempt;
        }

        @Override
        public Socket createSocket() {
            return attempt.opened(super.createSocket());
        }
    }
}
