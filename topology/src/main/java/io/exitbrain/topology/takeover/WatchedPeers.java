package io.exitbrain.topology.takeover;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the other instances, and whether one of them is dead. An instance is watched only after it has told
 * its identity from its address: an address that never answers here says nothing of the process. It is dead when its
 * port has then refused two connections in a row. Silence is no sign of death.
 *
 * <p>Times are milliseconds of a clock that never goes back.
 */
final class WatchedPeers {

    private static final int REFUSALS = 2;
    private static final long MIN_BETWEEN_REFUSALS_MS = 80;
    private static final long TELL_AGAIN_MS = 1_000;

    private final Map<String, Peer> peers = new HashMap<>();

    /**
     * An instance that has told its identity.
     *
     * @param refusals the number of refusals in a row
     */
    private record Peer(Identity identity, long toldAtMs, int refusals, long refusedAtMs) {

        Peer refused(long nowMs) {
            boolean isNew = refusals == 0 || nowMs - refusedAtMs >= MIN_BETWEEN_REFUSALS_MS;
            return isNew ? new Peer(identity, toldAtMs, refusals + 1, nowMs) : this;
        }

        Peer notRefused() {
            return new Peer(identity, toldAtMs, 0, 0);
        }
    }

    /** Forgets all instances but those at {@code addresses}: the others have left the group. */
    synchronized void keep(Set<String> addresses) {
        peers.keySet().retainAll(addresses);
    }

    /** Whether the instance at {@code address} should be asked for its identity. */
    synchronized boolean mustTell(String address, long nowMs) {
        Peer peer = peers.get(address);
        return peer == null || nowMs - peer.toldAtMs() >= TELL_AGAIN_MS;
    }

    /** The instance at {@code address} has told who it is. */
    synchronized void told(String address, Identity identity, long nowMs) {
        peers.put(address, new Peer(identity, nowMs, 0, 0));
    }

    /**
     * Something at {@code address} has answered, but has not told who it is: it starts, stops, or does not take part.
     */
    synchronized void toldNothing(String address) {
        peers.remove(address);
    }

    /**
     * The port at {@code address} has answered {@code port}. The identity of the instance there if it is dead; it is
     * then forgotten.
     */
    synchronized Optional<Identity> observe(String address, Port port, long nowMs) {
        Peer peer = peers.get(address);
        if (peer == null) {
            return Optional.empty();
        }
        Peer after = port == Port.REFUSES ? peer.refused(nowMs) : peer.notRefused();
        if (after.refusals() < REFUSALS) {
            peers.put(address, after);
            return Optional.empty();
        }
        peers.remove(address);
        return Optional.of(after.identity());
    }
}
