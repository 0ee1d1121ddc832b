package io.exitbrain.topology.takeover;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FenceProducersOptions;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupResult;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a dead instance has left open: its transactions, which hide later records, and its place in the group,
 * which keeps its partitions. It is harmless if several instances do it, or if the instance has left already.
 */
final class GroupRemoval {

    private static final Logger log = LoggerFactory.getLogger(GroupRemoval.class);

    private final Admin admin;
    private final Duration timeout;

    /** No call takes longer than {@code timeout}. The caller closes {@code admin}. */
    GroupRemoval(Admin admin, Duration timeout) {
        this.admin = admin;
        this.timeout = timeout;
    }

    /** What has become of it; ordered, the last one counts. */
    enum Outcome {
        /** It was not in the group any more: it has left, or another instance was faster. */
        HAD_LEFT,
        REMOVED,
        /** A call failed; the log says why. The session and the transaction timeout decide. */
        FAILED
    }

    /** The outcome, when the brokers have answered all calls. It never fails. */
    CompletableFuture<Outcome> remove(Identity dead, String reason) {
        // Both at once: the rebalance must not wait for the transactions, and a new owner reads nothing that is not
        // committed.
        List<CompletableFuture<Outcome>> calls = Stream.concat(
                        fence(dead.transactionalIds()).map(call -> outcome(call, Outcome.HAD_LEFT)),
                        leave(dead, reason).map(call -> outcome(call, Outcome.REMOVED)))
                .toList();
        return CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> calls.stream()
                        .map(CompletableFuture::join)
                        .max(Comparator.naturalOrder())
                        .orElse(Outcome.HAD_LEFT));
    }

    private Stream<KafkaFuture<Void>> fence(Collection<String> transactionalIds) {
        FenceProducersOptions options = new FenceProducersOptions().timeoutMs((int) timeout.toMillis());
        return transactionalIds.isEmpty()
                ? Stream.empty()
                : admin.fenceProducers(transactionalIds, options).fencedProducers().values().stream();
    }

    private Stream<KafkaFuture<Void>> leave(Identity dead, String reason) {
        // Without names the call would remove every member.
        if (dead.members().isEmpty()) {
            return Stream.empty();
        }
        List<MemberToRemove> members =
                dead.members().stream().map(MemberToRemove::new).toList();
        RemoveMembersFromConsumerGroupOptions options = new RemoveMembersFromConsumerGroupOptions(members);
        options.reason(reason);
        options.timeoutMs((int) timeout.toMillis());
        RemoveMembersFromConsumerGroupResult result = admin.removeMembersFromConsumerGroup(dead.application(), options);
        return members.stream().map(result::memberResult);
    }

    private static CompletableFuture<Outcome> outcome(KafkaFuture<Void> call, Outcome success) {
        return call.toCompletionStage()
                .toCompletableFuture()
                .thenApply(nothing -> success)
                .exceptionally(failure -> outcome(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure));
    }

    private static Outcome outcome(Throwable failure) {
        if (failure instanceof UnknownMemberIdException || failure instanceof GroupIdNotFoundException) {
            return Outcome.HAD_LEFT;
        }
        log.warn(
                "cannot take over, so the session of the instance that has ended decides: {}{}",
                failure.toString(),
                failure instanceof AuthorizationException
                        ? "; it needs WRITE on the transactional ids that begin with the application id, and READ on the group"
                        : "");
        return Outcome.FAILED;
    }
}
