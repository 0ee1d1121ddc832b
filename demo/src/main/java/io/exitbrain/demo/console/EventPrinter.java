package io.exitbrain.demo.console;

import static io.exitbrain.demo.console.Amounts.exact;
import static io.exitbrain.demo.console.Amounts.money;

import io.exitbrain.demo.console.Screen.Paint;
import io.exitbrain.demo.exchange.ClosedTrade;
import io.exitbrain.demo.exchange.EngineListener;
import io.exitbrain.demo.exchange.EngineListener.AuditEvent;
import io.exitbrain.demo.exchange.ExchangeFill;
import io.exitbrain.demo.exchange.ExchangeListener;
import io.exitbrain.demo.exchange.ReceivedCommand;
import io.exitbrain.demo.exchange.ReceivedPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Prints what the engine emits and what its exits earn. */
public final class EventPrinter implements EngineListener, ExchangeListener {

    /** Minimum time between two printed stop moves of a symbol. A trailing stop moves too often to print every move. */
    private static final long MIN_GAP_NANOS = Duration.ofSeconds(8).toNanos();

    private static final String LEG_MARK = "-tp";

    private final Screen screen;
    private final LongSupplier nanoTime;
    private final Set<String> knownPlans = new HashSet<>();
    private final Map<String, Integer> lastVersions = new HashMap<>();
    private final Map<String, Long> lastMoveNanos = new HashMap<>();

    public EventPrinter(Screen screen, LongSupplier nanoTime) {
        this.screen = screen;
        this.nanoTime = nanoTime;
    }

    @Override
    public void onPlan(ReceivedPlan plan) {
        if (knownPlans.add(plan.planId())) {
            print(Paint.NEWS, plan.symbol(), creationOf(plan));
        }
    }

    @Override
    public void onCommand(ReceivedCommand command) {
        boolean repeated = lastVersions.getOrDefault(command.planId(), 0) >= command.version();
        lastVersions.merge(command.planId(), command.version(), Math::max);
        if (!repeated) {
            print(command);
        }
    }

    @Override
    public void onEvent(AuditEvent event) {
        switch (event.event()) {
            case "ARMED" -> print(Paint.PLAIN, event.symbol(), "Trailing stop armed");
            case "UNPROTECTED" ->
                print(Paint.BAD, event.symbol(), "UNPROTECTED " + event.reason() + " " + event.detail());
            default -> {}
        }
    }

    @Override
    public void onDeadLetter(String reason) {
        screen.line(Paint.BAD, "dead letter: " + reason);
    }

    @Override
    public void onFill(ExchangeFill fill) {
        int leg = fill.orderId().indexOf(LEG_MARK);
        if (leg > 0) {
            String number = fill.orderId().substring(leg + LEG_MARK.length());
            print(
                    Paint.GOOD,
                    fill.symbol(),
                    "Take-profit leg %s filled: %s at %s"
                            .formatted(number, exact(fill.quantity()), exact(fill.price())));
        }
    }

    @Override
    public void onTradeClosed(ClosedTrade trade) {
        boolean won = trade.profit().signum() >= 0;
        String side = trade.quantity().signum() > 0 ? "long" : "short";
        print(
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

    /** The ids of the engine's orders contain the id of the plan. */
    private static String closer(String orderId) {
        if (orderId.contains(LEG_MARK)) {
            return "take-profit";
        }
        return orderId.contains("-") ? "stop" : "hand";
    }

    private static String creationOf(ReceivedPlan plan) {
        String legs = plan.legCount() == 1 ? "1 leg" : plan.legCount() + " legs";
        return switch (plan.origin()) {
            case "ORPHAN" -> "Backfilled exit plan with %s (orphan, strategy=%s)".formatted(legs, plan.strategy());
            case "FALLBACK" -> "Created fallback exit plan with %s (strategy=%s)".formatted(legs, plan.strategy());
            default -> "Created exit plan with %s (strategy=%s)".formatted(legs, plan.strategy());
        };
    }

    private void print(ReceivedCommand command) {
        String stop = amount(command.stopPrice());
        String quantity = amount(command.quantity());
        switch (command.action()) {
            case PLACE -> print(Paint.PLAIN, command.symbol(), "Stop placed at %s for %s".formatted(stop, quantity));
            case MOVE -> printMove(command);
            case RESIZE -> printResize(command, quantity);
            case EXIT ->
                print(
                        Paint.NEWS,
                        command.symbol(),
                        "Exit %s, stop %s (%s)".formatted(quantity, stop, command.reason()));
            case CANCEL -> {} // the closed trade is printed instead
        }
    }

    /** A reduction is not printed: its fill was printed before. */
    private void printResize(ReceivedCommand command, String quantity) {
        if (command.reason().equals("POSITION_INCREASED")) {
            print(Paint.PLAIN, command.symbol(), "Stop resized to %s (%s)".formatted(quantity, command.reason()));
        }
    }

    private void printMove(ReceivedCommand command) {
        long now = nanoTime.getAsLong();
        Long last = lastMoveNanos.get(command.symbol());
        if (last == null || now - last >= MIN_GAP_NANOS) {
            lastMoveNanos.put(command.symbol(), now);
            print(
                    Paint.PLAIN,
                    command.symbol(),
                    "Stop moved %s -> %s (%s)"
                            .formatted(
                                    amount(command.previousStopPrice()),
                                    amount(command.stopPrice()),
                                    command.reason()));
        }
    }

    private void print(Paint paint, String symbol, String what) {
        screen.line(paint, symbol + ": " + what.strip());
    }

    private static String amount(Optional<BigDecimal> value) {
        return value.map(Amounts::exact).orElse("-");
    }
}
