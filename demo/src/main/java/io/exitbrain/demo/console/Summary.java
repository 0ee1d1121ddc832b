package io.exitbrain.demo.console;

import io.exitbrain.demo.console.Screen.Paint;
import io.exitbrain.demo.exchange.Ledger;
import io.exitbrain.demo.exchange.PaperExchange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints the totals: one line while the demo runs, a table at the end. */
public final class Summary {

    private final Screen screen;
    private final Totals totals;
    private final Ledger ledger;
    private final PaperExchange exchange;

    public Summary(Screen screen, Totals totals, Ledger ledger, PaperExchange exchange) {
        this.screen = screen;
        this.totals = totals;
        this.ledger = ledger;
        this.exchange = exchange;
    }

    public void line(Duration elapsed) {
        screen.line(
                Paint.QUIET,
                "-- %s  fills %,d, plans %,d, %s, open %d, realised %s"
                        .formatted(
                                clock(elapsed),
                                ledger.fills(),
                                totals.plans(),
                                totals.commands(),
                                exchange.openSymbols().size(),
                                Amounts.money(ledger.profit())));
    }

    /** Prints the final table. Its last line counts the open positions that have no plan. */
    public void close(Duration elapsed, List<String> unplanned) {
        screen.line(Paint.PLAIN, "");
        screen.line(Paint.PLAIN, "Closing summary after " + clock(elapsed));
        row("fills", "%,d".formatted(ledger.fills()));
        row("exit plans", "%,d".formatted(totals.plans()));
        row("orphans backfilled", "%,d".formatted(totals.orphans()));
        row("commands", totals.commands());
        row("trades closed", "%,d, realised %s".formatted(ledger.trades().size(), Amounts.money(ledger.profit())));
        row("positions still open", "%,d".formatted(exchange.openSymbols().size()));
        row("unprotected alarms", "%,d".formatted(totals.alarms()));
        row("dead letters", "%,d".formatted(totals.deadLetters()));
        if (!unplanned.isEmpty()) {
            screen.line(Paint.BAD, "  without a plan: " + String.join(", ", unplanned));
        }
        screen.line(unplanned.isEmpty() ? Paint.GOOD : Paint.BAD, "open positions without a plan: " + unplanned.size());
    }

    private void row(String name, String value) {
        screen.line(Paint.PLAIN, "  %-22s%s".formatted(name, value));
    }

    private static String clock(Duration elapsed) {
        return String.format(Locale.ROOT, "%02d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
    }
}
