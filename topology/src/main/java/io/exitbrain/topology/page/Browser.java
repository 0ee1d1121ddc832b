package io.exitbrain.topology.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One connected browser. What it cannot take in time ends the connection; it connects again and gets everything anew. */
final class Browser {

    private static final int MAX_WAITING = 16;
    private static final long LOOK_MS = 200;

    private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private volatile boolean isOver;

    /** A server-sent event. {@code json} has no line break. */
    record Message(String event, String json, long id) {

        byte[] bytes() {
            return "event: %s\nid: %d\ndata: %s\n\n".formatted(event, id, json).getBytes(StandardCharsets.UTF_8);
        }
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

    /** Sends what waits until the connection ends. The thread of the request does this. */
    void serve(Context context) {
        context.header("Content-Type", "text/event-stream; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
        try {
            OutputStream out = context.res().getOutputStream();
            while (!isOver) {
                write(out);
            }
        } catch (IOException left) {
            // The browser has gone: there is nobody to tell.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            isOver = true;
        }
    }

    private void write(OutputStream out) throws IOException, InterruptedException {
        Message message = waiting.poll(LOOK_MS, TimeUnit.MILLISECONDS);
        if (message != null) {
            out.write(message.bytes());
            out.flush();
        }
    }
}
