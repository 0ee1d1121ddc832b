package io.exitbrain.demo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.demo.exchange.ClosedTrade;
import io.exitbrain.demo.exchange.EngineListener.AuditEvent;
import io.exitbrain.demo.exchange.ExchangeFill;
import io.exitbrain.demo.exchange.ReceivedCommand;
import io.exitbrain.demo.exchange.ReceivedCommand.Action;
import io.exitbrain.demo.exchange.ReceivedPlan;
import io.exitbrain.demo.exchange.TradeSide;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPrinterTest {

    private final StringWriter printed = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();
    private final EventPrinter printer = new EventPrinter(new Screen(new PrintWriter(printed), false), nanos::get);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FILL     | 3 | BTCUSDT: Created exit plan with 3 legs (strategy=scaled_tp)",
                "ORPHAN   | 1 | BTCUSDT: Backfilled exit plan with 1 leg (orphan, strategy=scaled_tp)",
                "FALLBACK | 1 | BTCUSDT: Created fallback exit plan with 1 leg (strategy=scaled_tp)"
            })
    void shouldPrintAPlanOnceByItsOrigin(String origin, int legs, String line) {
        printer.onPlan(plan(origin, legs));
        printer.onPlan(plan(origin, legs));

        assertThat(printed).hasToString(line + System.lineSeparator());
    }

    @Test
    void shouldPrintAMoveOnlyEveryEightSeconds() {
        move(2, "94050.0", "94510.8");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        move(3, "94510.8", "94572.0");
        nanos.addAndGet(Duration.ofSeconds(8).toNanos());
        move(4, "94572.0", "94600.00");

        assertThat(printed.toString().lines())
                .containsExactly(
                        "BTCUSDT: Stop moved 94,050 -> 94,510.8 (TRAIL)",
                        "BTCUSDT: Stop moved 94,572 -> 94,600 (TRAIL)");
    }

    @Test
    void shouldPrintARepeatedExitOnce() {
        printer.onCommand(command(4, Action.EXIT, "TRAILING_STOP", "94572.0", "94572.0"));
        printer.onCommand(command(4, Action.EXIT, "TRAILING_STOP", "94572.0", "94572.0"));

        assertThat(printed.toString().lines()).containsExactly("BTCUSDT: Exit 0.01, stop 94,572 (TRAILING_STOP)");
    }

    @Test
    void shouldPrintProfitAndLossOfATrade() {
        printer.onTradeClosed(
                new ClosedTrade("BTCUSDT", decimal("0.010"), decimal("94571.9"), decimal("1234.5"), "P-3", 0));
        printer.onTradeClosed(new ClosedTrade("XRPUSDT", decimal("-250"), decimal("2.21"), decimal("-2.505"), "17", 0));

        assertThat(printed.toString().lines())
                .containsExactly(
                        "BTCUSDT: Closed long 0.01 at 94,571.9 by stop, profit +1,234.50 USDT",
                        "XRPUSDT: Closed short 250 at 2.21 by hand, loss -2.50 USDT");
    }

    @Test
    void shouldPrintLegsAlarmsAndDeadLetters() {
        printer.onFill(new ExchangeFill(
                "BTCUSDT", TradeSide.SELL, decimal("95475.0"), decimal("0.002"), "2", "7Q2M4XK0H3ZD9A1B-tp1", true, 0));
        printer.onFill(
                new ExchangeFill("BTCUSDT", TradeSide.BUY, decimal("95475.0"), decimal("0.002"), "3", "17", false, 0));
        printer.onEvent(new AuditEvent("UNPROTECTED", "BTCUSDT", "REJECTED", "would trigger at once"));
        printer.onEvent(new AuditEvent("PLANNED", "BTCUSDT", "", ""));
        printer.onDeadLetter("price must be > 0, was 0");

        assertThat(printed.toString().lines())
                .containsExactly(
                        "BTCUSDT: Take-profit leg 1 filled: 0.002 at 95,475",
                        "BTCUSDT: UNPROTECTED REJECTED would trigger at once",
                        "dead letter: price must be > 0, was 0");
    }

    private void move(int version, String from, String to) {
        printer.onCommand(command(version, Action.MOVE, "TRAIL", to, from));
    }

    private static ReceivedCommand command(int version, Action action, String reason, String stop, String before) {
        return new ReceivedCommand(
                "P-" + version,
                "P",
                version,
                "BTCUSDT",
                action,
                reason,
                TradeSide.SELL,
                Optional.of(decimal("0.010")),
                Optional.of(decimal(stop)),
                Optional.of(decimal(before)));
    }

    private static ReceivedPlan plan(String origin, int legs) {
        return new ReceivedPlan("P", "BTCUSDT", "LONG", origin, "scaled_tp", legs, List.of());
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
