package io.exitbrain.demo;

import io.exitbrain.demo.console.EventPrinter;
import io.exitbrain.demo.console.Screen;
import io.exitbrain.demo.console.Screen.Paint;
import io.exitbrain.demo.console.Summary;
import io.exitbrain.demo.console.Totals;
import io.exitbrain.demo.exchange.CommandExecutor;
import io.exitbrain.demo.exchange.EngineFeed;
import io.exitbrain.demo.exchange.ExchangePublisher;
import io.exitbrain.demo.exchange.ExchangeSession;
import io.exitbrain.demo.exchange.Ledger;
import io.exitbrain.demo.exchange.Listing;
import io.exitbrain.demo.exchange.PaperExchange;
import io.exitbrain.demo.exchange.PaperMarket;
import io.exitbrain.demo.exchange.SimulatedClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One run of the market against an engine: opens the market, plays it, stops it and prints the summary. */
final class DemoRun implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration SUMMARY_EVERY = Duration.ofSeconds(5);
    private static final Duration UNLIMITED = Duration.ofDays(3650);

    private final DemoSettings settings;
    private final BooleanSupplier stopped;
    private final String bootstrapServers;
    private final Totals totals = new Totals();
    private final Ledger ledger = new Ledger();
    private final ExchangePublisher publisher;
    private final PaperExchange exchange;
    private final SimulatedClock clock;
    private final ExchangeSession session;
    private final Screen screen;
    private final Summary summary;
    private final EngineFeed feed;

    DemoRun(DemoSettings settings, String bootstrapServers, Screen screen, BooleanSupplier stopped) {
        this.settings = settings;
        this.stopped = stopped;
        this.bootstrapServers = bootstrapServers;
        this.screen = screen;
        EventPrinter printer = new EventPrinter(screen, System::nanoTime);
        this.publisher = new ExchangePublisher(bootstrapServers, settings.feed());
        this.exchange = new PaperExchange(Listing.all(), new CompositeListener(List.of(publisher, ledger, printer)));
        this.clock = new SimulatedClock(
                System::currentTimeMillis,
                settings.speed(),
                settings.maxRun().plus(settings.grace().multipliedBy(2)));
        this.session = new ExchangeSession(exchange, new PaperMarket(settings.seed(), exchange), clock);
        this.summary = new Summary(screen, totals, ledger, exchange);
        this.feed =
                new EngineFeed(bootstrapServers, List.of(printer, totals, new CommandExecutor(exchange, clock::nowMs)));
    }

    /** Publishes the listings and the positions that are open before the engine starts. */
    void prepare() {
        publisher.publish(exchange.listings(), clock.nowMs());
        session.inheritPositions();
        publisher.flush();
    }

    /** Runs until the time is over or the demo is stopped. Returns the open positions that have no plan. */
    List<String> play(RunningEngine engine) {
        if (!pumpUntil(() -> stopped.getAsBoolean() || isSettled())) {
            reportUnplanned();
        }
        long startNanos = System.nanoTime();
        session.open();
        trade(startNanos, engine);
        session.stop();
        Duration traded = since(startNanos);
        List<String> unplanned = settle();
        summary.close(traded, unplanned);
        return unplanned;
    }

    @Override
    public void close() {
        feed.close();
        publisher.close();
    }

    private void trade(long startNanos, RunningEngine engine) {
        Duration length = settings.length().orElse(UNLIMITED);
        Duration nextSummary = SUMMARY_EVERY;
        while (!stopped.getAsBoolean()
                && engine.isRunning()
                && since(startNanos).compareTo(length) < 0) {
            feed.poll(POLL);
            session.advance();
            if (since(startNanos).compareTo(nextSummary) >= 0) {
                summary.line(since(startNanos));
                nextSummary = nextSummary.plus(SUMMARY_EVERY);
            }
        }
        if (!engine.isRunning()) {
            screen.line(Paint.BAD, "The engine has stopped; its log says why.");
        }
    }

    /** Waits until records in flight are processed, within limits. Then reads the plans from their topic. */
    private List<String> settle() {
        pumpUntil(() -> isSettled() && unplanned().isEmpty());
        List<String> unplanned = unplanned();
        if (!unplanned.isEmpty()) {
            reportUnplanned();
        }
        return unplanned;
    }

    private boolean pumpUntil(BooleanSupplier done) {
        long startNanos = System.nanoTime();
        while (since(startNanos).compareTo(settings.grace()) < 0) {
            if (done.getAsBoolean()) {
                return true;
            }
            feed.poll(POLL);
            session.advance();
        }
        return false;
    }

    private void reportUnplanned() {
        screen.line(
                Paint.BAD,
                "The engine has not planned every position within %d s."
                        .formatted(settings.grace().toSeconds()));
    }

    private boolean isSettled() {
        return totals.symbolsWithPlan().equals(Set.copyOf(exchange.openSymbols()));
    }

    private List<String> unplanned() {
        Set<String> slots = PlanTable.read(bootstrapServers);
        return exchange.openSymbols().stream()
                .filter(symbol -> !slots.contains(symbol))
                .toList();
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
