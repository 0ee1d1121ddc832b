package io.exitbrain.acceptance.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Asks engines for plans without a pause, and judges each answer: all symbols have a plan, all the time. */
final class Questioner implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<String> symbols = new CopyOnWriteArrayList<>();
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();
    private final Thread thread = new Thread(this::ask, "questioner");
    private volatile boolean isAsking = true;

    Questioner(List<String> symbols) {
        this.symbols.addAll(symbols);
    }

    void start() {
        thread.start();
    }

    /** From now on the engine at {@code port} is asked, too. */
    void also(int port) {
        ports.add(port);
    }

    /** From now on {@code symbol} has a plan. */
    void expect(String symbol) {
        symbols.add(symbol);
    }

    /** The answers that were wrong. */
    Queue<String> wrong() {
        return wrong;
    }

    /** The number of answers with a plan or a list. */
    int answers() {
        return answers.get();
    }

    /** The number of answers of a copy. */
    int stale() {
        return stale.get();
    }

    private void ask() {
        Random random = new Random(18);
        while (isAsking) {
            for (int port : ports) {
                String symbol = symbols.get(random.nextInt(symbols.size()));
                judge(port, "/plans/" + symbol);
                if (random.nextInt(10) == 0) {
                    judgeList(port);
                }
            }
        }
    }

    /** Judges one answer for one symbol. */
    void judge(int port, String path) {
        HttpResponse<String> answer = get(port, path);
        if (answer == null) {
            return;
        }
        if (answer.statusCode() == 200) {
            answers.incrementAndGet();
            stale.addAndGet(answer.body().contains("\"stale\":true") ? 1 : 0);
            require(read(answer).path("plans").size() == 1, port, path, answer);
        } else {
            require(isRefusal(answer), port, path, answer);
        }
    }

    private void judgeList(int port) {
        Set<String> before = new HashSet<>(symbols);
        HttpResponse<String> answer = get(port, "/plans");
        if (answer == null) {
            return;
        }
        if (answer.statusCode() == 200) {
            answers.incrementAndGet();
            require(new HashSet<>(read(answer).findValuesAsText("symbol")).containsAll(before), port, "/plans", answer);
        } else {
            require(isRefusal(answer), port, "/plans", answer);
        }
    }

    private static boolean isRefusal(HttpResponse<String> answer) {
        return answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent();
    }

    private void require(boolean isRight, int port, String path, HttpResponse<String> answer) {
        if (!isRight) {
            wrong.add("%d%s: %d %s".formatted(port, path, answer.statusCode(), answer.body()));
        }
    }

    /** Null if the engine does not answer at all: it is paused, or gone. */
    private @Nullable HttpResponse<String> get(int port, String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(3))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException gone) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }

    @Override
    public void close() {
        isAsking = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
