package io.exitbrain.listeners;

import io.exitbrain.listeners.Listener.Kind;
import io.exitbrain.yaml.Durations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;

/**
 * Finds out what listens at an address. With TLS any certificate will do, and a handshake that fails says nothing: the certificates are
 * the business of the client.
 *
 * @param protocol the {@code security.protocol} of the client
 * @param within the longest wait for a connection and for the first answer
 */
public record AddressProbe(String protocol, Duration within) {

    /** It ends the line of a protocol of text lines, and asks Redis, which answers nothing to a line of zeros. */
    private static final byte[] LINE_END = "\r\nPING\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int MAX_LINE_END_MS = 1_000;

    /** What listens at each of {@code addresses}, in their order; all are asked at once. */
    public List<Listener> listeners(List<BrokerAddress> addresses) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(addresses.size());
        try {
            List<Callable<Listener>> probes = addresses.stream()
                    .<Callable<Listener>>map(address -> () -> listener(address))
                    .toList();
            return threads.invokeAll(probes).stream().map(AddressProbe::done).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Listener done(Future<Listener> listener) {
        try {
            return listener.get();
        } catch (ExecutionException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Listener listener(BrokerAddress address) {
        try (Socket socket = new Socket()) {
            int waitMs = waitMs();
            socket.connect(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()), waitMs);
            socket.setSoTimeout(waitMs);
            return protocol.endsWith("SSL") ? encrypted(address, socket) : answer(address, socket);
        } catch (UnknownHostException unknown) {
            return new Listener(address, Kind.NONE, "the host " + address.host() + " is not known");
        } catch (SocketTimeoutException late) {
            return new Listener(address, Kind.NONE, "no connection within " + Durations.inWords(within));
        } catch (IOException failed) {
            return new Listener(address, Kind.NONE, String.valueOf(failed.getMessage()));
        }
    }

    /** At least 1: a socket takes 0 for ever. */
    private int waitMs() {
        return (int) Math.max(1, within.toMillis());
    }

    private Listener encrypted(BrokerAddress address, Socket socket) {
        try (SSLSocket tls =
                (SSLSocket) AnyCertificate.sockets().createSocket(socket, address.host(), address.port(), true)) {
            tls.startHandshake();
            Listener listener = answer(address, tls);
            return listener.isOther() ? listener : new Listener(address, Kind.BROKER, "");
        } catch (IOException clientsBusiness) {
            return new Listener(address, Kind.BROKER, "");
        }
    }

    private Listener answer(BrokerAddress address, Socket socket) throws IOException {
        socket.getOutputStream().write(FirstAnswer.request());
        try {
            return judged(address, socket.getInputStream().readNBytes(FirstAnswer.BYTES));
        } catch (SocketTimeoutException silent) {
            return afterLineEnd(address, socket);
        }
    }

    // Redis and many HTTP servers wait for the end of a line.
    private Listener afterLineEnd(BrokerAddress address, Socket socket) throws IOException {
        socket.setSoTimeout(Math.min(MAX_LINE_END_MS, waitMs()));
        socket.getOutputStream().write(LINE_END);
        try {
            return judged(address, socket.getInputStream().readNBytes(FirstAnswer.BYTES));
        } catch (SocketTimeoutException silent) {
            String sentence = "it takes the connection and does not answer within %s, so it may be no Kafka broker";
            return new Listener(address, Kind.NONE, sentence.formatted(Durations.inWords(within)));
        }
    }

    private static Listener judged(BrokerAddress address, byte[] answer) {
        if (FirstAnswer.isOfBroker(answer)) {
            return new Listener(address, Kind.BROKER, "");
        }
        return answer.length == 0
                ? new Listener(
                        address,
                        Kind.NONE,
                        "it closes the connection without an answer; a broker there may want TLS (security.protocol=SSL or SASL_SSL)")
                : new Listener(address, Kind.OTHER, FirstAnswer.describe(answer));
    }
}
