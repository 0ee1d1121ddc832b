package io.exitbrain.topology.evidence;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final LongSupplier clock;
    private final Map<String, Long> heardAtMs = new ConcurrentHashMap<>();

    /** {@code clock} never goes back, milliseconds. */
    PeerWatch(LongSupplier clock) {
        this.clock = clock;
    }

    /** Asks each of {@code addresses}. */
    void ask(Set<String> addresses) {
        long nowMs = clock.getAsLong();
        heardAtMs.keySet().retainAll(addresses);
        for (String address : addresses) {
            heardAtMs.putIfAbsent(address, nowMs);
            // Any answer counts, whatever its status. Without one the time of the last answer stands.
            CompletableFuture<Void> unused = client.sendAsync(question(address), HttpResponse.BodyHandlers.discarding())
                    .thenRun(() -> heardAtMs.computeIfPresent(address, (known, before) -> clock.getAsLong()));
        }
    }

    private static HttpRequest question(String address) {
        return HttpRequest.newBuilder(URI.create("http://" + address + "/health/live"))
                .timeout(TIMEOUT)
                .build();
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
