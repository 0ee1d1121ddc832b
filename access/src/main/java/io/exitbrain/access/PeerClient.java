package io.exitbrain.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/** A client of servers with the same access as ours: the other instances of a group. */
public final class PeerClient {

    private final Access access;
    private final Duration timeout;
    private final HttpClient client;

    /** {@code timeout} is that of the connection and that of a request. */
    public PeerClient(Access access, Duration timeout) {
        this.access = access;
        this.timeout = timeout;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(timeout);
        access.tls().ifPresent(tls -> builder.sslContext(tls.client()));
        this.client = builder.build();
    }

    public HttpClient http() {
        return client;
    }

    /** A question to the instance at {@code address}, {@code host:port}, with the token. */
    public HttpRequest question(String address, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(access.scheme() + "://" + address + path))
                .timeout(timeout);
        access.token().ifPresent(token -> request.header("Authorization", token.header()));
        return request.build();
    }
}
