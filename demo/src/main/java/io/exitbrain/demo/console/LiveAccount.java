package io.exitbrain.demo.console;

import static io.exitbrain.demo.console.Amounts.exact;
import static io.exitbrain.demo.console.Amounts.money;

import io.exitbrain.demo.exchange.Commanded;
import io.exitbrain.demo.exchange.EngineListener;
import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.demo.exchange.Fill;
import io.exitbrain.demo.exchange.Planned;
import io.exitbrain.demo.exchange.Told;
import io.exitbrain.demo.exchange.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Tells on the screen what the engine emits and what its exits bring. */
public final class LiveAccount implements EngineListener, ExchangeListener {

    /** A trail moves at nearly every new high; more often than this nobody can read it. */
    private static final long QUIET_NANOS = Duration.ofSeconds(8).toNanos();

    private static final String LEG_MARK = "-tp";

    private final Screen screen;
    private final LongSupplier nanoTime;
    private final Set<String> knownPlans = new HashSet<>();
    private final Map<String, Integer> lastVersions = new HashMap<>();
    private final Map<String, Long> lastMoveNanos = new HashMap<>();

    public LiveAccount(Screen screen, LongSupplier nanoTime) {
        this.screen = screen;
        this.nanoTime = nanoTime;
    }

    @Override
    public void planned(Planned plan) {
        if (knownPlans.add(plan.planId())) {
            say(Paint.NEWS, plan.symbol(), birthOf(plan));
        }
    }

    @Override
    public void commanded(Commanded command) {
        boolean repeated = lastVersions.getOrDefault(command.planId(), 0) >= command.version();
        lastVersions.merge(command.planId(), command.version(), Math::max);
        if (!repeated) {
            tell(command);
        }
    }

    @Override
    public void told(Told event) {
        switch (event.event()) {
            case "ARMED" -> say(Paint.PLAIN, event.symbol(), "Trailing stop armed");
            case "UNPROTECTED" ->
                say(Paint.BAD, event.symbol(), "UNPROTECTED " + event.reason() + " " + event.detail());
            default -> {}
        }
    }

    @Override
    public void buried(String reason) {
        screen.line(Paint.BAD, "dead letter: " + reason);
    }

    @Override
    public void filled(Fill fill) {
        int leg = fill.orderId().indexOf(LEG_MARK);
        if (leg > 0) {
            String number = fill.orderId().substring(leg + LEG_MARK.length());
            say(
                    Paint.GOOD,
                    fill.symbol(),
                    "Take-profit leg %s filled: %s at %s"
                            .formatted(number, exact(fill.quantity()), exact(fill.price())));
        }
    }

    @Override
    public void closed(Trade trade) {
        boolean won = trade.profit().signum() >= 0;
        String side = trade.quantity().signum() > 0 ? "long" : "short";
        say(
                won ? Paint.GOOD : Paint.BAD,
                trade.symbol(),
                "Closed %s %s at %s by %s, %s %s"
                        .formatted(
                                side,
                                exact(trade.quantity().abs()),
                                exact(trade.lastPrice()),
                                closer(trade.closedBy()),
                                won ? "profit" : "loss",
                                money(trade.profit())));
    }

    /** Orders of the engine carry its plan's name. */
    private static String closer(String orderId) {
        if (orderId.contains(LEG_MARK)) {
            return "take-profit";
        }
        return orderId.contains("-") ? "stop" : "hand";
    }

    private static String birthOf(Planned plan) {
        String legs = plan.legCount() == 1 ? "1 leg" : plan.legCount() + " legs";
        return switch (plan.origin()) {
            case "ORPHAN" -> "Backfilled exit plan with %s (orphan, strategy=%s)".formatted(legs, plan.strategy());
            case "FALLBACK" -> "Created fallback exit plan with %s (strategy=%s)".formatted(legs, plan.strategy());
            default -> "Created exit plan with %s (strategy=%s)".formatted(legs, plan.strategy());
        };
    }

    private void tell(Commanded command) {
        String stop = amount(command.stopPrice());
        String quantity = amount(command.quantity());
        switch (command.action()) {
            case PLACE -> say(Paint.PLAIN, command.symbol(), "Stop placed at %s for %s".formatted(stop, quantity));
            case MOVE -> tellMove(command);
            case RESIZE -> tellResize(command, quantity);
            case EXIT ->
                say(Paint.NEWS, command.symbol(), "Exit %s, stop %s (%s)".formatted(quantity, stop, command.reason()));
            case CANCEL -> {} // the closing trade says it
        }
    }

    /** A part that was closed has been told already, by its fill. */
    private void tellResize(Commanded command, String quantity) {
        if (command.reason().equals("POSITION_INCREASED")) {
            say(Paint.PLAIN, command.symbol(), "Stop resized to %s (%s)".formatted(quantity, command.reason()));
        }
    }

    private void tellMove(Commanded command) {
        long now = nanoTime.getAsLong();
        Long last = lastMoveNanos.get(command.symbol());
        if (last == null || now - last >= QUIET_NANOS) {
            lastMoveNanos.put(command.symbol(), now);
            say(
                    Paint.PLAIN,
                    command.symbol(),
                    "Stop moved %s -> %s (%s)"
                            .formatted(
                                    amount(command.previousStopPrice()),
                                    amount(command.stopPrice()),
                                    command.reason()));
        }
    }

    private void say(Paint paint, String symbol, String what) {
        screen.line(paint, symbol + ": " + what.strip());
    }

    private static String amount(Optional<BigDecimal> value) {
        return value.map(Amounts::exact).orElse("-");
    }
}
