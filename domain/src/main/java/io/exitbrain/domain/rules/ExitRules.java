package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.LeverageNotice;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import java.util.List;
import java.util.Optional;

/**
 * The rules as one pure function: a symbol's state, an input and the context give the next state and the decisions. The function uses
 * no clock, no random numbers and no I/O, so equal arguments give equal results.
 *
 * <p>This file shows the order of the rules: one method for each kind of input, then the rules that run after every input. The numbers
 * are those of docs/rules.md.
 *
 * @see <a href="../../../../../../../../docs/rules.md#rules-what-the-engine-decides">docs/rules.md</a>
 */
public final class ExitRules {

    private ExitRules() {}

    /** Rule 1: a fill opens, increases, reduces, closes or flips a position. A duplicate fill changes nothing. */
    public static Step onFill(SymbolState state, Fill fill, List<FieldFault> faults, DecisionContext context) {
        SymbolDraft symbol = new SymbolDraft(state, context);
        symbol.arrivedAt(fill.time());
        takeFilters(symbol);
        symbol.refuse(faults, fill.positionSide());
        switch (symbol.verdictOn(fill)) {
            case NEW -> {
                PositionRules.fill(symbol.side(fill.positionSide()), fill);
                symbol.remember(fill);
            }
            case SEEN -> symbol.ignored(Step.Ignored.DUPLICATE);
            case CONTRADICTORY ->
                symbol.tell(
                        ExitEvent.Kind.REFUSED,
                        fill.positionSide(),
                        RuleId.IMPOSSIBLE_FILL,
                        "fill %s was seen with another price or quantity, was %s"
                                .formatted(fill.fillId().orElse(""), fill.describe()));
        }
        return completed(symbol);
    }

    /** Rule 1: a snapshot reports the position of a side. Its mark price counts as a price (rule 3). */
    public static Step onPositions(
            SymbolState state, PositionUpdate update, List<FieldFault> faults, DecisionContext context) {
        SymbolDraft symbol = new SymbolDraft(state, context);
        symbol.arrivedAt(update.time());
        takeFilters(symbol);
        if (update instanceof LeverageNotice notice) {
            symbol.refuse(faults, notice.positionSide());
            LeverageRules.told(symbol, notice);
        }
        for (Snapshot snapshot : update.snapshots()) {
            symbol.refuse(faults, snapshot.positionSide());
            SideDraft side = symbol.side(snapshot.positionSide());
            snapshot.leverage().ifPresent(leverage -> LeverageRules.told(side, leverage, snapshot.time()));
            boolean isMarked = snapshot.markPrice()
                    .filter(price -> symbol.takeMarkOfRow(new Mark(price, snapshot.recordTime())))
                    .isPresent();
            PositionRules.snapshot(side, snapshot);
            if (isMarked) {
                symbol.sides().forEach(PriceRules::apply);
            }
        }
        return completed(symbol);
    }

    /** Rule 3: a mark price triggers or moves the stop of every open side. A price older than the newest mark changes nothing. */
    public static Step onPrice(SymbolState state, MarkPrice price, List<FieldFault> faults, DecisionContext context) {
        SymbolDraft symbol = new SymbolDraft(state, context);
        takeFilters(symbol);
        symbol.refuse(faults, PositionSide.BOTH);
        if (symbol.takeMark(new Mark(price.price(), price.time()))) {
            symbol.pricedAt(price.time());
            symbol.sides().forEach(PriceRules::apply);
        } else {
            symbol.ignored(Step.Ignored.STALE_PRICE);
        }
        return completed(symbol);
    }

    /** Rule 3, execution reports: the executor reports the outcome of a command. */
    public static Step onReport(
            SymbolState state, ExecutionReport report, List<FieldFault> faults, DecisionContext context) {
        SymbolDraft symbol = new SymbolDraft(state, context);
        symbol.arrivedAt(report.time());
        takeFilters(symbol);
        symbol.refuse(faults, PositionSide.BOTH);
        ReportRules.apply(symbol, report);
        return completed(symbol);
    }

    /** Applies the rules that depend on time, and sends a withheld MOVE. The elapsed time is in {@code context}. */
    public static Step onClock(SymbolState state, ClockTick tick, List<FieldFault> faults, DecisionContext context) {
        // A tick is no record, so it is never history.
        SymbolDraft symbol = new SymbolDraft(state, context.after(context.wallElapsedMs(), 0));
        takeFilters(symbol);
        return completed(symbol);
    }

    /** Rule 3, filters: they reach a living plan before anything else is decided. */
    private static void takeFilters(SymbolDraft symbol) {
        FilterRules.apply(symbol);
    }

    /** Applies the rules that run after every input, and ends the step. */
    private static Step completed(SymbolDraft symbol) {
        if (symbol.hasClock()) {
            symbol.sides().forEach(ExitRules::complete);
        }
        if (symbol.becameMixed()) {
            symbol.tell(
                    ExitEvent.Kind.REFUSED,
                    PositionSide.BOTH,
                    RuleId.QUARANTINE,
                    "one-way and hedge positions are open at once: each keeps its protection");
        }
        return symbol.step();
    }

    private static void complete(SideDraft side) {
        PositionRules.applyAwaitedOnceDue(side); // 1: what a row took away counts for the legs after settle
        DustRules.apply(side); // 3: what no order can close has no plan
        if (side.state().isOpen()) {
            LeverageRules.learn(side, LeverageRules.highest(side, Optional.empty())); // 2.4: the risk floor
            PlanRules.protectUnplanned(side); // 2.10: a position without a plan is planned as soon as it can be
            LiquidationRules.guard(side); // 2.4: the stop stays before the liquidation
        }
        if (side.isGuarded()) {
            ClockRules.emergency(side); // 2.7: ESS_ACTIVE closes everything
            ClockRules.timeLimit(side); // 3: maxHold
            ReportRules.overdue(side); // 3: a stop that is not confirmed in time has failed
        }
        CommandRules.dispatch(side); // 3: one command per side and step
        side.emitRevision();
        side.emitEvents();
    }
}
