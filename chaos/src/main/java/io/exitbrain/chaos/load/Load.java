package io.exitbrain.chaos.load;

import io.exitbrain.demo.exchange.CommandExecutor;
import io.exitbrain.demo.exchange.EngineFeed;
import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.demo.exchange.ExchangePublisher;
import io.exitbrain.demo.exchange.Feed;
import io.exitbrain.demo.exchange.Listing;
import io.exitbrain.demo.exchange.PaperExchange;
import io.exitbrain.demo.exchange.PaperMarket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A paper exchange with 24 symbols and four prices a second for each, which executes what the engines command and reports it; and the probes.
 * It runs in a thread of its own, by the clock of this machine.
 */
public final class Load implements AutoCloseable {

    private static final long MARKET_STEP_MS = 250;
    private static final Duration POLL = Duration.ofMillis(20);

    private final ExchangePublisher publisher;
    private final PaperExchange exchange;
    private final PaperMarket market;
    private final Probes probes;
    private final EngineFeed feed;
    private final Thread thread = new Thread(this::run, "load");
    private volatile boolean trading;
    private volatile boolean closed;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    public Load(String bootstrapServers, Feed form, long seed, int partitions) {
        this.publisher = new ExchangePublisher(bootstrapServers, form);
        ExchangeListener sink = new OrderedEvents(publisher, publisher::flush);
        this.exchange = new PaperExchange(Listing.all(), sink);
        this.market = new PaperMarket(seed, exchange);
        this.probes = new Probes(partitions, sink);
        this.feed = new EngineFeed(bootstrapServers, List.of(new CommandExecutor(exchange, System::currentTimeMillis)));
    }

    /** Publishes the contracts and the positions that are older than the engines, then trades. */
    public void start() {
        publisher.publish(exchange.listings(), System.currentTimeMillis());
        market.inheritPositions(System.currentTimeMillis());
        publisher.flush();
        trading = true;
        thread.start();
    }

    /** No new record comes after this; those before it are on the brokers. Throws what stopped the load, if something did. */
    public void stop() {
        trading = false;
        end();
        failure.ifPresent(failed -> {
            throw failed;
        });
        publisher.flush();
    }

    /** What stopped the load, if something did. */
    public Optional<RuntimeException> failure() {
        return failure;
    }

    @Override
    public void close() {
        end();
        feed.close();
        publisher.close();
    }

    private void end() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            trade();
        } catch (RuntimeException failed) {
            failure = Optional.of(failed);
        }
    }

    private void trade() {
        long nextMarketMs = System.currentTimeMillis();
        long nextProbeMs = nextMarketMs;
        while (!closed) {
            feed.poll(POLL);
            long nowMs = System.currentTimeMillis();
            if (trading && nowMs >= nextMarketMs) {
                market.step(nowMs);
                nextMarketMs = nowMs + MARKET_STEP_MS;
            }
            if (trading && nowMs >= nextProbeMs) {
                probes.step(nowMs);
                nextProbeMs = nowMs + Probes.STEP_MS;
            }
        }
    }
}
