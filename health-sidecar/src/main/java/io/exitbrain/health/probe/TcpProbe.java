package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Address.HostPort;
import io.exitbrain.health.settings.Dependency;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** Checks that a connection is accepted. */
final class TcpProbe implements Probe {

    private final HostPort host;

    TcpProbe(Dependency dependency) {
        this.host = dependency.address().hosts().get(0);
    }

    @Override
    public Finding check(Attempt attempt) throws IOException {
        long startNanos = System.nanoTime();
        try (Socket socket = attempt.opened(new Socket())) {
            connect(socket, host, (int) attempt.remaining().toMillis());
        }
        return Finding.ok(Attempt.msSince(startNanos));
    }

    static void connect(Socket socket, HostPort host, int timeoutMs) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host.host(), host.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(host.host());
        }
        socket.connect(address, timeoutMs);
    }
}
