package io.exitbrain.topology.takeover;

import java.time.Duration;
import java.util.Collection;
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
 * Ends what a dead instance has left open: its transactions, which hide later records, and its place in the group, which keeps its
 * partitions. It is harmless if several instances do it, or if the instance has left already.
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

    /** Done when the brokers have answered all. A failure is logged: the brokers then wait for the session and the transaction timeout. */
    CompletableFuture<Void> remove(Identity dead, String reason) {
        // Both at once: the rebalance must not wait for the transactions, and a new owner reads nothing that is not
        // committed.
        return CompletableFuture.allOf(Stream.concat(fence(dead.transactionalIds()), leave(dead, reason))
                .map(GroupRemoval::done)
                .toArray(CompletableFuture<?>[]::new));
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

    private static CompletableFuture<?> done(KafkaFuture<Void> call) {
        return call.toCompletionStage().toCompletableFuture().exceptionally(failure -> {
            tell(
                    failure instanceof CompletionException wrapped && wrapped.getCause() != null
                            ? wrapped.getCause()
                            : failure);
            return null;
        });
    }

    private static void tell(Throwable failure) {
        if (failure instanceof UnknownMemberIdException || failure instanceof GroupIdNotFoundException) {
            log.debug("it has left the group already: {}", failure.toString());
        } else if (failure instanceof AuthorizationException) {
            log.warn(
                    "the brokers refuse to take over ({}): it needs WRITE on the transactional ids that begin with the application id, "
                            + "and READ on the group; until then an instance that crashed is replaced when its session ends",
                    failure.toString());
        } else {
            log.warn("could not take over, so the session of the dead instance must end: {}", failure.toString());
        }
    }
}
