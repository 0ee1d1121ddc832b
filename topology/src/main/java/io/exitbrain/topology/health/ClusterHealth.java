package io.exitbrain.topology.health;

import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.evidence.LogEnds;
import io.exitbrain.topology.evidence.SilentPeer;
import io.exitbrain.topology.vitals.RecoveryVitals;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The findings on the brokers, the group and the other instances. */
final class ClusterHealth {

    /** A request for the brokers is sent every second, so a longer silence is no accident. */
    static final long BROKER_SILENCE_MS = 4_000;

    static final long NO_PROGRESS_MS = 10_000;
    static final long PEER_DEGRADED_MS = 4_000;
    static final long PEER_DOWN_MS = 10_000;

    private static final int MAX_NAMED = 5;

    private final Evidence evidence;
    private final RecoveryVitals recoveries;

    ClusterHealth(Evidence evidence, RecoveryVitals recoveries) {
        this.evidence = evidence;
        this.recoveries = recoveries;
    }

    /** Whether a broker answers. Without one the engine decides nothing. */
    boolean areBrokersSilent() {
        return evidence.brokerSilenceMs() >= BROKER_SILENCE_MS;
    }

    /** {@code nowMs} is wall clock. */
    void addTo(Findings findings, long nowMs) {
        brokers(findings);
        group(findings);
        evidence.silentPeers(PEER_DEGRADED_MS).forEach(peer -> silent(findings, peer));
        transactions(findings, nowMs);
    }

    private void transactions(Findings findings, long nowMs) {
        List<RecoveryVitals.Hang> hanging = recoveries.hanging();
        hanging.stream().limit(MAX_NAMED).forEach(one -> findings.down(sentenceOn(one)));
        Set<String> named = hanging.stream().map(RecoveryVitals.Hang::partition).collect(Collectors.toSet());
        List<LogEnds.Held> held = evidence.held(NO_PROGRESS_MS).stream()
                .filter(one -> !named.contains(one.partition().toString()))
                .toList();
        held.stream().limit(MAX_NAMED).forEach(one -> findings.down(sentenceOn(one)));
        if (held.size() > MAX_NAMED) {
            findings.down("%d more partitions are held by open transactions".formatted(held.size() - MAX_NAMED));
        }
        List<String> freed = recoveries.freedLately(nowMs);
        if (!freed.isEmpty()) {
            findings.degraded(
                    "within the last minute transactions that hung were ended on %s; look at what happened to the brokers"
                            .formatted(freed));
        }
    }

    private void brokers(Findings findings) {
        if (areBrokersSilent()) {
            findings.down("no broker has answered for %d s: no stop moves; start the brokers, or look at the network"
                    .formatted(evidence.brokerSilenceMs() / 1_000));
        } else if (!evidence.leaderless().isEmpty()) {
            findings.down("partitions without a leader: %s; start the brokers that have them"
                    .formatted(evidence.leaderless()));
        }
    }

    private void group(Findings findings) {
        if (evidence.stuckMs() >= NO_PROGRESS_MS) {
            findings.down(
                    "rebalancing or restoring without progress for %d s, %d records to restore; look for a transaction that hangs, an instance that is paused, or restart this one"
                            .formatted(evidence.stuckMs() / 1_000, evidence.restoreRecords()));
        }
        List<Integer> unowned = evidence.unowned(NO_PROGRESS_MS);
        if (!unowned.isEmpty()) {
            findings.down(
                    "nobody owns the partitions %s: their positions have no engine; start one".formatted(unowned));
        }
    }

    private static void silent(Findings findings, SilentPeer peer) {
        String sentence = "the instance %s owns the partitions %s and has not answered for %d s; restart it"
                .formatted(peer.address(), peer.partitions().stream().sorted().toList(), peer.forMs() / 1_000);
        if (peer.forMs() >= PEER_DOWN_MS) {
            findings.down(sentence);
        } else {
            findings.degraded(sentence);
        }
    }

    private static String sentenceOn(RecoveryVitals.Hang hang) {
        return "a transaction hangs on %s at offset %d, and no coordinator knows of it (transactional id %s): records behind it are not read; end it with kafka-transactions.sh abort --topic --partition --start-offset"
                .formatted(hang.partition(), hang.offset(), hang.transactionalId());
    }

    private static String sentenceOn(LogEnds.Held held) {
        return "a transaction has held %s at offset %d for %d s: %d records behind it are not read; end it, for example with kafka-transactions.sh find-hanging and abort"
                .formatted(held.partition(), held.stable(), held.forMs() / 1_000, held.records());
    }
}
