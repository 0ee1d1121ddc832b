package io.exitbrain.topology.process;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.logging.ProcessLock;
import io.exitbrain.topology.brokers.MissingRight;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.evidence.EngineWatch;
import io.exitbrain.topology.evidence.RestoreProgress;
import io.exitbrain.topology.http.QueryServer;
import io.exitbrain.topology.settings.KafkaKeys;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.topics.TopicsFile;
import io.exitbrain.topology.vitals.Vitals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running engine. It prepares the topics, starts the flow and serves the queries. It closes within ten seconds. */
public final class EngineProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EngineProcess.class);

    private final RunningParts parts;
    private final Vitals vitals;
    private final ThreadFailures failures = new ThreadFailures(EngineWatch::monotonicMs);
    private final RestoreTimer restoreTimer = new RestoreTimer(System::nanoTime);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean failed;

    private EngineProcess(RunningParts parts, Vitals vitals) {
        this.parts = parts;
        this.vitals = vitals;
    }

    /** Reads the policy and the topics file, prepares the topics and starts; throws with all faults if a file is invalid. */
    public static EngineProcess start(Settings settings) {
        KafkaKeys.warnings(settings.kafka()).forEach(log::warn);
        if (settings.http().isOpenToOthers()) {
            log.warn(
                    "http.insecure: whoever reaches {} can read all positions and plans",
                    settings.http().host());
        }
        Policy policy = Preparation.policy(settings);
        TopicsFile topics = Preparation.topics(settings, policy.mode());
        Rehearsal.start(policy);
        ProcessLock lock =
                StateFolderLock.take(settings.stateDir(), StreamsSettings.applicationId(settings, policy.mode()));
        try {
            return start(settings, policy, topics, lock);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static EngineProcess start(Settings settings, Policy policy, TopicsFile topics, ProcessLock lock) {
        Admin admin = Preparation.admin(settings);
        try {
            return start(settings, Preparation.flow(settings, policy, topics, admin), admin, lock);
        } catch (RuntimeException failure) {
            admin.close(Duration.ZERO);
            throw failure;
        }
    }

    private static EngineProcess start(Settings settings, FlowContext flow, Admin admin, ProcessLock lock) {
        QueryServer server = QueryServer.bind(settings.http());
        try {
            return start(settings, flow, admin, server, lock);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private static EngineProcess start(
            Settings settings, FlowContext flow, Admin admin, QueryServer server, ProcessLock lock) {
        RunningParts parts = Assembly.parts(settings, flow, admin, server, lock);
        EngineProcess process = new EngineProcess(parts, flow.vitals());
        process.watch(parts.restore());
        parts.start();
        log.info("started; the page is {}", server.url());
        return process;
    }

    private void watch(RestoreProgress restore) {
        KafkaStreams streams = parts.streams();
        streams.setGlobalStateRestoreListener(new RestoreListeners(List.of(restoreTimer, restore)));
        streams.setUncaughtExceptionHandler(failure -> {
            StreamThreadExceptionResponse response = failures.responseTo(failure);
            if (response == StreamThreadExceptionResponse.REPLACE_THREAD) {
                vitals.recoveries().replacedThread();
                log.warn("a stream thread was put out of the group and is replaced: {}", failure.toString());
            } else {
                tell(failure);
                failed = true;
            }
            return response;
        });
        streams.setStateListener((now, before) -> {
            log.info("{} -> {}", before, now);
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                failed |= now == KafkaStreams.State.ERROR;
                ended.countDown();
            }
        });
    }

    private static void tell(Throwable failure) {
        MissingRight.sentence(failure)
                .ifPresentOrElse(
                        sentence -> log.error("about to stop: {}", sentence),
                        () -> log.error("about to stop: {}", failure.toString(), failure));
    }

    /** The port of the HTTP server. */
    public int httpPort() {
        return parts.server().port();
    }

    public KafkaStreams.State state() {
        return parts.streams().state();
    }

    /** The engine's own counts. */
    public Vitals vitals() {
        return vitals;
    }

    /** The duration of the restore, from the first store's begin to the last store's end. */
    public Duration restored() {
        return restoreTimer.took();
    }

    /** Waits until the flow has ended; true if it ended without a failure. */
    public boolean awaitEnd() throws InterruptedException {
        ended.await();
        return !failed;
    }

    /** Whether a failure has ended the flow. */
    boolean hasFailed() {
        return failed;
    }

    @Override
    public void close() {
        closeInTime();
    }

    /** Closes; false if the flow did not end within 8 s. */
    boolean closeInTime() {
        return parts.close(failed);
    }
}
