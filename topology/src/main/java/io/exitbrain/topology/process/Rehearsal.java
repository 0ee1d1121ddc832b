package io.exitbrain.topology.process;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.replay.DirectFlow;
import io.exitbrain.topology.replay.FlowDriver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on invented positions while the engine starts, beside everything else, so that the code of the decisions is loaded and partly
 * compiled when the first real record comes. Nothing of it is sent, kept, counted or logged.
 */
final class Rehearsal {

    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);
    private static final int ROUNDS = 30;
    private static final int PRICES = 10;
    private static final String SYMBOL = "REHEARSALUSDT";

    private final DirectFlow flow;
    private final Topics topics;
    private long timeMs;

    private Rehearsal(Policy policy, long nowMs) {
        this.flow = DirectFlow.start(FlowContext.with(policy).withoutDecisionLog(), nowMs);
        this.topics = Topics.of(policy.mode());
        this.timeMs = nowMs;
    }

    /** Starts in a thread of its own, and does not keep the process alive. */
    static void start(Policy policy) {
        Thread thread = new Thread(() -> run(policy), "exit-brain-rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Policy policy) {
        try {
            List<FlowDriver.Emitted> unused = outputs(policy, System.currentTimeMillis());
        } catch (RuntimeException failure) {
            log.warn("the rehearsal of the decisions failed, so the first ones take longer: {}", failure.toString());
        }
    }

    /** What the flow has written in all rounds, which begin at {@code nowMs}, epoch milliseconds. */
    static List<FlowDriver.Emitted> outputs(Policy policy, long nowMs) {
        Rehearsal rehearsal = new Rehearsal(policy, nowMs);
        try (DirectFlow ending = rehearsal.flow) {
            for (int round = 0; round < ROUNDS; round++) {
                rehearsal.play(round);
            }
            return ending.emitted();
        }
    }

    /** A position is opened, its price moves the stop and then comes back through it, and the position is closed. */
    private void play(int round) {
        boolean isLong = round % 2 == 0;
        fill(round, isLong, false);
        send(
                topics.positions().name(),
                "{\"positionSide\":\"BOTH\",\"positionAmt\":\"%s1\",\"entryPrice\":\"100\",\"markPrice\":\"100\"}"
                        .formatted(isLong ? "" : "-"));
        for (int step = 1; step <= PRICES; step++) {
            send(topics.markPrices().name(), "{\"p\":\"%d\"}".formatted(isLong ? 100 + step : 100 - step));
        }
        send(topics.markPrices().name(), "{\"p\":\"100\"}");
        flow.advanceWallClock(1_000);
        fill(round, !isLong, true);
    }

    private void fill(int round, boolean isBuy, boolean closes) {
        send(
                topics.orderFills().name(),
                "{\"side\":\"%s\",\"price\":\"100\",\"quantity\":\"1\",\"leverage\":5,\"reduceOnly\":%s,\"fillId\":\"%d-%s\"}"
                        .formatted(isBuy ? "BUY" : "SELL", closes, round, closes));
    }

    private void send(String topic, String json) {
        timeMs += 100;
        flow.send(topic, Optional.of(SYMBOL), Optional.of(json.getBytes(StandardCharsets.UTF_8)), timeMs);
    }
}
