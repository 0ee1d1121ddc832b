package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** Whether somebody accepts connections. */
final class TcpProbe implements Probe {

    private final HostPort host;

    TcpProbe(Dependency dependency) {
        this.host = dependency.address().hosts().get(0);
    }

    @Override
    public Finding look(Attempt attempt) throws IOException {
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
