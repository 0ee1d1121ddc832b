package io.exitbrain.lab.simulation;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.LeverageNotice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.lab.rules.RuleRun;
import io.exitbrain.serdes.output.OutputSerdes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rules that write down what they get, as lines for a replay, and the commands that they give. */
final class TapedRules extends RuleRun {

    private final List<String> inputs = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();

    TapedRules(String symbol, Policy policy, Instrument instrument, ExitContext context) {
        super(symbol, policy, instrument, context);
        if (instrument.isKnown()) {
            line(
                    "instruments",
                    "'tickSize':'%s','stepSize':'%s'"
                            .formatted(
                                    instrument.tickSize().toPlainString(),
                                    instrument.stepSize().toPlainString()),
                    Recording.START);
        }
    }

    List<String> inputs() {
        return inputs;
    }

    List<String> commands() {
        return commands;
    }

    private void line(String topic, String fields, long time) {
        inputs.add("{'topic':'%s','key':'A','value':{%s},'timestamp':%d}"
                .formatted(topic, fields, time)
                .replace('\'', '"'));
    }

    private Step taped(Step step) {
        for (StopCommand command : step.commands()) {
            commands.add(new String(
                    OutputSerdes.stopCommand().serializer().serialize("commands", command), StandardCharsets.UTF_8));
        }
        return step;
    }

    @Override
    public Quiet absorb(long unscaled, int scale, long time, boolean isBestAllowed) {
        Quiet quiet = super.absorb(unscaled, scale, time, isBestAllowed);
        if (quiet != Quiet.NO) {
            tapePrice(BigDecimal.valueOf(unscaled, scale), time);
        }
        return quiet;
    }

    private void tapePrice(BigDecimal price, long time) {
        line("mark-prices", "'markPrice':'%s','time':%d".formatted(price.toPlainString(), time), time);
    }

    @Override
    public Step price(BigDecimal price, long time) {
        tapePrice(price, time);
        return taped(super.price(price, time));
    }

    @Override
    public Step fill(Fill fill) {
        String leverage = fill.leverage()
                .map(known -> ",'leverage':'" + known.toPlainString() + "'")
                .orElse("");
        line(
                "order-fills",
                "'symbol':'A','side':'%s','price':'%s','quantity':'%s','fillId':'%s','reduceOnly':%b,'time':%d%s"
                        .formatted(
                                fill.side(),
                                fill.price().toPlainString(),
                                fill.quantity().toPlainString(),
                                fill.fillId().orElseThrow(),
                                fill.reduceOnly(),
                                fill.time(),
                                leverage),
                fill.time());
        return taped(super.fill(fill));
    }

    @Override
    public Step positions(PositionUpdate update) {
        LeverageNotice notice = (LeverageNotice) update;
        line(
                "positions",
                "'symbol':'A','leverage':'%s'".formatted(notice.leverage().toPlainString()),
                notice.time());
        return taped(super.positions(update));
    }

    @Override
    public Step report(ExecutionReport report) {
        line(
                "execution-reports",
                "'commandId':'%s','status':'%s','stopPrice':'%s','time':%d"
                        .formatted(
                                report.commandId(),
                                report.status(),
                                report.stopPrice()
                                        .map(BigDecimal::toPlainString)
                                        .orElse(""),
                                report.time()),
                report.time());
        return taped(super.report(report));
    }

    @Override
    public Step tick(long afterMs) {
        inputs.add("{\"advanceWallClockMs\":%d}".formatted(afterMs - (clock() - newestInput())));
        return taped(super.tick(afterMs));
    }
}
