package io.exitbrain.access;

import java.util.Optional;

/**
 * What a server asks of its clients.
 *
 * @param token what a client must send; empty = everybody gets an answer
 * @param tls how the server proves who it is; empty = plain HTTP
 */
public record Access(Optional<Token> token, Optional<Tls> tls) {

    /** Plain HTTP, and everybody gets an answer. */
    public static final Access OPEN = new Access(Optional.empty(), Optional.empty());

    /** {@code http} or {@code https}. */
    public String scheme() {
        return tls.isPresent() ? "https" : "http";
    }
}
