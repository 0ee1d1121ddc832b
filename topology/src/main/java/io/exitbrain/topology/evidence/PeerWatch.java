package io.exitbrain.topology.evidence;

import io.exitbrain.access.Access;
import io.exitbrain.access.PeerClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Asks the other instances of the group whether they live. A paused process keeps its partitions until its session ends, and does not
 * say that it is paused: only the others can.
 */
final class PeerWatch {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** The path at which an instance tells whether it lives. */
    private static final String PATH = "/health/live";

    private final PeerClient client;
    private final LongSupplier clock;
    private final Map<String, Long> heardAtMs = new ConcurrentHashMap<>();

    /** {@code access} is that of this instance; {@code clock} never goes back, milliseconds. */
    PeerWatch(Access access, LongSupplier clock) {
        this.client = new PeerClient(access, TIMEOUT);
        this.clock = clock;
    }

    /** Asks each of {@code addresses}. */
    void ask(Set<String> addresses) {
        long nowMs = clock.getAsLong();
        heardAtMs.keySet().retainAll(addresses);
        for (String address : addresses) {
            heardAtMs.putIfAbsent(address, nowMs);
            // Any answer counts, whatever its status. Without one the time of the last answer stands.
            CompletableFuture<Void> unused = client.http()
                    .sendAsync(client.question(address, PATH), HttpResponse.BodyHandlers.discarding())
                    .thenRun(() -> heardAtMs.computeIfPresent(address, (known, before) -> clock.getAsLong()));
        }
    }

    /** The instances of {@code owners} that have not answered for {@code minMs} or more. */
    List<SilentPeer> silent(Map<String, Set<Integer>> owners, long minMs) {
        long nowMs = clock.getAsLong();
        List<SilentPeer> silent = new ArrayList<>();
        heardAtMs.forEach((address, atMs) -> {
            Set<Integer> partitions = owners.getOrDefault(address, Set.of());
            if (nowMs - atMs >= minMs && !partitions.isEmpty()) {
                silent.add(new SilentPeer(address, partitions, nowMs - atMs));
            }
        });
        silent.sort(Comparator.comparing(SilentPeer::address));
        return silent;
    }
}
