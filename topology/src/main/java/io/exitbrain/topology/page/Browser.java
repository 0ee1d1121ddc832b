package io.exitbrain.topology.page;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One connected browser. What it cannot take in time ends the connection; it connects again and gets everything anew. */
final class Browser {

    private static final int MAX_WAITING = 16;
    private static final long LOOK_MS = 500;

    private final SseClient client;
    private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private volatile boolean isOver;

    /** A server-sent event. */
    record Message(String event, String json, String id) {}

    Browser(SseClient client) {
        this.client = client;
    }

    /** Adds {@code message} to those that wait, or ends the connection if too many wait already. */
    void send(Message message) {
        if (!waiting.offer(message)) {
            isOver = true;
        }
    }

    boolean isOver() {
        return isOver;
    }

    void end() {
        isOver = true;
    }

    /** Sends what waits until the connection ends. The request's own thread does this. */
    void serve() {
        try {
            while (!isOver && !client.terminated()) {
                Message message = waiting.poll(LOOK_MS, TimeUnit.MILLISECONDS);
                if (message != null) {
                    client.sendEvent(message.event(), message.json(), message.id());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            isOver = true;
            client.close();
        }
    }
}
