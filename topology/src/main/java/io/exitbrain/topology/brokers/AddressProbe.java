package io.exitbrain.topology.brokers;

import io.exitbrain.topology.brokers.Finding.Kind;
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

/**
 * Finds out what listens at an address, without a client of Kafka. With TLS it only connects, because the certificates are the client's
 * business.
 *
 * @param protocol the {@code security.protocol} of the client
 * @param within the longest wait for a connection and for the first answer
 */
record AddressProbe(String protocol, Duration within) {

    /** It ends the line of a protocol of text lines, and asks Redis, which answers nothing to a line of zeros. */
    private static final byte[] LINE_END = "\r\nPING\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int LINE_END_MS = 1_000;

    /** The findings in the order of {@code addresses}; all are asked at once. */
    List<Finding> findings(List<BrokerAddress> addresses) {
        ExecutorService threads = Executors.newFixedThreadPool(addresses.size());
        try {
            List<Callable<Finding>> probes = addresses.stream()
                    .<Callable<Finding>>map(address -> () -> finding(address))
                    .toList();
            return threads.invokeAll(probes).stream().map(AddressProbe::done).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokersUnreachable("was interrupted while waiting for " + addresses, interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Finding done(Future<Finding> finding) {
        try {
            return finding.get();
        } catch (ExecutionException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Finding finding(BrokerAddress address) {
        try (Socket socket = new Socket()) {
            int waitMs = (int) within.toMillis();
            socket.connect(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()), waitMs);
            socket.setSoTimeout(waitMs);
            return protocol.endsWith("SSL") ? new Finding(address, Kind.BROKER, "") : answer(address, socket);
        } catch (UnknownHostException unknown) {
            return new Finding(address, Kind.NONE, "the host " + address.host() + " is not known");
        } catch (SocketTimeoutException late) {
            return new Finding(address, Kind.NONE, "no connection within " + Durations.inWords(within));
        } catch (IOException failed) {
            return new Finding(address, Kind.NONE, String.valueOf(failed.getMessage()));
        }
    }

    private Finding answer(BrokerAddress address, Socket socket) throws IOException {
        socket.getOutputStream().write(FirstAnswer.request());
        try {
            return judged(address, socket.getInputStream().readNBytes(FirstAnswer.BYTES));
        } catch (SocketTimeoutException silent) {
            return afterLineEnd(address, socket);
        }
    }

    // Redis and many HTTP servers wait for the end of a line.
    private Finding afterLineEnd(BrokerAddress address, Socket socket) throws IOException {
        socket.setSoTimeout(LINE_END_MS);
        socket.getOutputStream().write(LINE_END);
        try {
            return judged(address, socket.getInputStream().readNBytes(FirstAnswer.BYTES));
        } catch (SocketTimeoutException silent) {
            String sentence = "it takes the connection and does not answer within %s, so it may be no Kafka broker";
            return new Finding(address, Kind.NONE, sentence.formatted(Durations.inWords(within)));
        }
    }

    private static Finding judged(BrokerAddress address, byte[] answer) {
        if (FirstAnswer.isOfBroker(answer)) {
            return new Finding(address, Kind.BROKER, "");
        }
        return answer.length == 0
                ? new Finding(
                        address,
                        Kind.NONE,
                        "it closes the connection without an answer; a broker there may want TLS (security.protocol=SSL or SASL_SSL)")
                : new Finding(address, Kind.OTHER, FirstAnswer.describe(answer));
    }
}
