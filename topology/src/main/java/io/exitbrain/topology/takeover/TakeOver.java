package io.exitbrain.topology.takeover;

import io.exitbrain.access.Access;
import io.exitbrain.topology.background.Background;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the other instances of the group, and removes one whose process has ended, in threads of its own. */
public final class TakeOver implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TakeOver.class);
    private static final long EVERY_MS = 100;
    private static final Duration MAX_CALL = Duration.ofSeconds(5);

    private static final String THREAD = "exit-brain-take-over";

    private final Background background = new Background(THREAD);
    private final ExecutorService visitors = Executors.newCachedThreadPool(TakeOver::daemon);
    private final Set<String> visited = ConcurrentHashMap.newKeySet();
    private final WatchedPeers peers = new WatchedPeers();
    private final OwnIdentity own;
    private final GroupRemoval removal;
    private final IdentityQuestion question;
    private final Supplier<Set<String>> others;
    private final Runnable tookOver;
    private final LongSupplier clock;

    /**
     * The caller closes {@code admin}.
     *
     * @param others the addresses of the other instances of the group, {@code host:port}
     * @param access what the instances ask of each other over HTTP
     * @param tookOver runs after this instance has removed another one
     * @param clock never goes back, milliseconds
     */
    public TakeOver(
            OwnIdentity own,
            Admin admin,
            Supplier<Set<String>> others,
            Access access,
            Runnable tookOver,
            LongSupplier clock) {
        this.own = own;
        this.removal = new GroupRemoval(admin, MAX_CALL);
        this.question = new IdentityQuestion(own.now().application(), access);
        this.others = others;
        this.tookOver = tookOver;
        this.clock = clock;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Ends what the last life of this instance has left open. It returns after 5 s at most: then the brokers end it by
     * themselves.
     */
    public void endFormerLife() {
        own.former().ifPresent(former -> {
            log.info("the last run did not close: what it left open is ended");
            GroupRemoval.Outcome unused = removal.remove(former, "the process was started again")
                    .completeOnTimeout(GroupRemoval.Outcome.FAILED, MAX_CALL.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        });
    }

    /** Starts to watch. */
    public void start() {
        background.repeat(this::visitAll, EVERY_MS);
    }

    private void visitAll() {
        Set<String> addresses = others.get();
        peers.keep(addresses);
        // A silent instance keeps its visitor busy, and nobody else waits for it.
        addresses.stream().filter(visited::add).forEach(address -> visitors.execute(() -> visitOnce(address)));
    }

    private void visitOnce(String address) {
        try {
            visit(address);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.warn("the instance {} cannot be watched: {}", address, failure.toString());
        } finally {
            visited.remove(address);
        }
    }

    private void visit(String address) throws InterruptedException {
        if (peers.mustTell(address, clock.getAsLong())) {
            ask(address);
        }
        peers.observe(address, Port.at(address), clock.getAsLong())
                .ifPresent(dead -> tell(
                        address,
                        removal.remove(dead, "its port refuses connections").join()));
    }

    private void tell(String address, GroupRemoval.Outcome outcome) {
        switch (outcome) {
            case REMOVED -> {
                tookOver.run();
                log.warn(
                        "the instance {} has died: its port refuses connections. Its transactions were ended and it was removed from the group",
                        address);
            }
            case HAD_LEFT -> log.info("the instance {} has ended, and is not in the group any more", address);
            case FAILED -> log.warn("the instance {} has died: its port refuses connections", address);
        }
    }

    private void ask(String address) throws InterruptedException {
        try {
            question.ask(address)
                    .ifPresentOrElse(
                            identity -> peers.told(address, identity, clock.getAsLong()),
                            () -> peers.toldNothing(address));
        } catch (IOException nothingAnswers) {
            log.debug("the instance {} does not tell who it is: {}", address, nothingAnswers.toString());
        }
    }

    /** To be called when this instance has left the group and has no open transaction. */
    public void leftNothingOpen() {
        own.closed();
    }

    @Override
    public void close() {
        background.close();
        visitors.shutdownNow();
    }
}
