package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Address.HostPort;
import io.exitbrain.health.settings.Dependency;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Checks that Redis answers PING to a new client. Each check connects, does TLS and AUTH, and sends PING, so it notices when Redis refuses
 * new clients. The latency is that of the PING alone.
 */
final class RedisProbe implements Probe {

    private final Dependency dependency;
    private final URI uri;
    private final HostAndPort host;

    RedisProbe(Dependency dependency) {
        HostPort first = dependency.address().hosts().get(0);
        this.dependency = dependency;
        this.uri = dependency.address().uri();
        this.host = new HostAndPort(first.host(), first.port());
    }

    @Override
    public Finding check(Attempt attempt) {
        JedisClientConfig config = config((int) attempt.remaining().toMillis());
        try (Jedis redis = new Jedis(new Connections(config, attempt), config)) {
            long startNanos = System.nanoTime();
            String answer = redis.ping();
            return byAnswer(answer, Attempt.msSince(startNanos));
        }
    }

    private Finding byAnswer(String answer, double latencyMs) {
        if (answer.equals("PONG")) {
            return Finding.ok(latencyMs);
        }
        String shown = Secrets.of(dependency).safe(answer);
        return Finding.degraded(latencyMs, "Answered PING with '%s': %s".formatted(shown, host));
    }

    private JedisClientConfig config(int timeoutMs) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .timeoutMillis(timeoutMs)
                .autoNegotiateProtocol(false)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        if (uri.getUserInfo() != null && uri.getUserInfo().contains(":")) {
            config.user(JedisURIHelper.getUser(uri)).password(JedisURIHelper.getPassword(uri));
        }
        return config.build();
    }

    /** Opens connections that a hanging attempt can close. TLS uses the key store and the trust store of the JVM. */
    private final class Connections extends DefaultJedisSocketFactory {

        private final Attempt attempt;

        Connections(JedisClientConfig config, Attempt attempt) {
            super(host, config);
            this.attempt = attempt;
        }

        @Override
        public Socket createSocket() {
            Socket socket = attempt.opened(super.createSocket());
            try {
                return JedisURIHelper.isRedisSSLScheme(uri) ? withTls(socket) : socket;
            } catch (IOException failure) {
                throw new JedisConnectionException("TLS failed", failure);
            }
        }

        private Socket withTls(Socket socket) throws IOException {
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            SSLSocket tls = (SSLSocket) factory.createSocket(socket, host.getHost(), host.getPort(), true);
            SSLParameters parameters = tls.getSSLParameters();
            // without this the certificate of any other machine is accepted
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            return tls;
        }
    }
}
