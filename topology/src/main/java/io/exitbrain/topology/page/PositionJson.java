package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.PlanView;
import io.exitbrain.domain.decision.StopOutlook;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SentCommands.SentStop;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open position as one JSON object: a row of the page's table. Prices, quantities and ratios are strings, times are epoch milliseconds,
 * what is unknown is null.
 */
public final class PositionJson {

    private PositionJson() {}

    /** The row of {@code side}, which is open. */
    public static ObjectNode of(SymbolState state, SideState side) {
        Position position = side.position();
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("key", ExitPlan.key(state.symbol(), side.positionSide()))
                .put("symbol", state.symbol())
                .put("positionSide", side.positionSide().name())
                .put("side", position.side().name())
                .put("openedAt", time(side.times().opened()))
                .put("leverage", text(position.leverage()))
                .put("dust", side.isDust())
                .put("unprotected", side.isUnprotected())
                .put("unprotectedSince", side.isUnprotected() ? time(alarmedSince(side)) : null);
        side.plan().ifPresentOrElse(plan -> planned(row, state, side, plan), () -> unplanned(row, position));
        state.mark().ifPresentOrElse(mark -> Marked.put(row, mark.price(), mark.time()), () -> Marked.unknown(row));
        return row;
    }

    private static void unplanned(ObjectNode row, Position position) {
        row.put("quantity", position.quantity().toPlainString())
                .put("entry", text(position.entry()))
                .putNull("planId")
                .putNull("stop")
                .putNull("best")
                .putNull("bestR")
                .putNull("ifStopped");
        row.putArray("legs");
    }

    private static void planned(ObjectNode row, SymbolState state, SideState side, LivingPlan plan) {
        ExitPlan view = PlanView.of(state.symbol(), side);
        RiskUnits risk = new RiskUnits(side.position(), plan);
        row.put("quantity", view.quantity().toPlainString())
                .put("entry", text(view.entryPrice()))
                .put("planId", view.planId())
                .put("origin", view.origin().name())
                .put("strategy", view.strategy())
                .put("profile", view.profile())
                .put("regime", view.regime().name())
                .put("riskMode", view.riskMode().name())
                .put("revision", view.revision())
                .put("best", text(view.stop().bestPrice()))
                .put("bestR", text(view.stop().bestPrice().flatMap(risk::gainPerUnit)));
        row.set("stop", stop(state, side, plan, view));
        ifStopped(row, plan, risk);
        legs(row, view);
    }

    private static ObjectNode stop(SymbolState state, SideState side, LivingPlan plan, ExitPlan view) {
        Optional<SentStop> sent = plan.sent().stop();
        ObjectNode stop = JsonNodeFactory.instance
                .objectNode()
                .put("price", text(sent.map(SentStop::price).map(plan.instrument()::shownPrice)))
                .put("exact", text(view.stop().price()))
                .put("state", view.stop().state().name())
                .put("version", plan.sent().version())
                .put("status", status(state, plan))
                .put("awaitsConfirmation", awaitsConfirmation(state, plan))
                .put("withheld", isWithheld(side, plan))
                .put("reason", sent.map(known -> known.reason().name()).orElse(null))
                .put("covered", text(sent.map(SentStop::quantity).map(plan.instrument()::shownQuantity)))
                .put("sentAt", sent.map(SentStop::sentAt).orElse(null));
        outlook(stop, StopOutlook.of(side));
        return stop;
    }

    private static void outlook(ObjectNode stop, StopOutlook outlook) {
        stop.put("firesAt", text(outlook.firesAt()))
                .put("armsAt", text(outlook.armsAt()))
                .put("movesAt", text(outlook.movesAt()))
                .put("callbackPct", text(outlook.callback().flatMap(Callback::asRatio)))
                .put("callbackPrice", text(outlook.callback().flatMap(Callback::asPrice)))
                .put("callbackTicks", text(outlook.callback().flatMap(Callback::asTicks)));
    }

    /** Whether an executor that reports has not confirmed the newest stop. */
    private static boolean awaitsConfirmation(SymbolState state, LivingPlan plan) {
        return state.reportsSeen()
                && plan.sent().stop().isPresent()
                && !status(state, plan).equals("CONFIRMED");
    }

    /** Whether the stop could stand better: by less than the least step that is sent, or by a MOVE of history. */
    private static boolean isWithheld(SideState side, LivingPlan plan) {
        return side.position().side().isBetter(plan.stop().price(), plan.standingPrice());
    }

    /** NONE, SENT, CONFIRMED or FAILED: what is known of the newest stop at the exchange. */
    private static String status(SymbolState state, LivingPlan plan) {
        if (plan.sent().stop().isEmpty()) {
            return "NONE";
        }
        if (plan.isAlarmed() || plan.sent().confirmation().resend()) {
            return "FAILED";
        }
        boolean isConfirmed = plan.sent().confirmation().version()
                == plan.sent().stop().orElseThrow().version();
        return state.reportsSeen() && isConfirmed ? "CONFIRMED" : "SENT";
    }

    private static void ifStopped(ObjectNode row, LivingPlan plan, RiskUnits risk) {
        Optional<BigDecimal> stop = plan.sent().stop().map(SentStop::price).filter(price -> price.signum() > 0);
        if (stop.isEmpty()) {
            row.putNull("ifStopped");
            return;
        }
        row.putObject("ifStopped").put("r", text(risk.gain(stop.get()))).put("money", text(risk.money(stop.get())));
    }

    private static void legs(ObjectNode row, ExitPlan view) {
        ArrayNode legs = row.putArray("legs");
        for (ExitPlan.LegView leg : view.legs()) {
            legs.addObject()
                    .put("index", leg.index())
                    .put("price", leg.price().toPlainString())
                    .put("quantity", leg.quantity().toPlainString())
                    .put("status", leg.status().name());
        }
    }

    private static long alarmedSince(SideState side) {
        return side.plan()
                .map(plan -> plan.sent().confirmation().alarmSince())
                .filter(alarm -> alarm != Times.NEVER)
                .orElse(side.unprotectedSince());
    }

    private static @Nullable Long time(long time) {
        return time == Times.NEVER ? null : Long.valueOf(time);
    }

    private static @Nullable String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }
}
