package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import java.util.List;

/**
 * The rules as one pure function: a symbol's state, an input and the context give the next state and the decisions. No clock, no
 * random, no I/O. Same arguments, same answer.
 *
 * <p>This file is the order of the rules: one method for each kind of input, then what follows every input. Numbers are those of
 * docs/rules.md.
 */
public final class ExitRules {

    private ExitRules() {}

    /** Rule 1: a fill opens, adds to, reduces, closes or flips a position. A fill seen before changes nothing. */
    public static Step onFill(SymbolState state, Fill fill, List<FieldFault> faults, DecisionContext context) {
        SymbolDraft symbol = new SymbolDraft(state, context);
        symbol.arrivedAt(fill.time());
        symbol.refuse(faults, fill.positionSide());
        switch (symbol.verdictOn(fill)) {
            case NEW -> {
                PositionRules.fill(symbol.side(fill.positionSide()), fill);
                symbol.remember(fill);
            }
            case SEEN -> {}
            case CONTRADICTORY ->
                symbol.refuse(
                        fill.positionSide(),
                        RuleId.IMPOSSIBLE_FILL,
                        "fill %s was seen with another price or quantity, was %s"
                                .formatted(fill.fillId().orElse(""), fill.describe()));
        }
        return completed(symbol);
    }

    /** Rule 1: a snapshot says what is open on a side; its mark price counts as a price (rule 3). */
    public static Step onPositions(
            SymbolState state, PositionUpdate update, List<FieldFault> faults, DecisionContext context) {
        SymbolDraft symbol = new SymbolDraft(state, context);
        symbol.arrivedAt(update.time());
        for (Snapshot snapshot : update.snapshots()) {
            symbol.refuse(faults, snapshot.positionSide());
            boolean isMarked = snapshot.markPrice()
                    .filter(price -> symbol.takeMark(new Mark(price, snapshot.time())))
                    .isPresent();
            PositionRules.snapshot(symbol.side(snapshot.positionSide()), snapshot);
            if (isMarked) {
                symbol.sides().forEach(PriceRules::apply);
            }
        }
        return completed(symbol);
    }

    /** Rule 3: a mark price fires or moves the stop of every open side. One that is older than the newest mark changes nothing. */
    public static Step onPrice(SymbolState state, MarkPrice price, List<FieldFault> faults, DecisionContext context) {
        SymbolDraft symbol = new SymbolDraft(state, context);
        symbol.refuse(faults, PositionSide.BOTH);
        if (symbol.takeMark(new Mark(price.price(), price.time()))) {
            symbol.pricedAt(price.time());
            symbol.sides().forEach(PriceRules::apply);
        }
        return completed(symbol);
    }

    /** Rule 3, execution reports: the executor says what became of a command. */
    public static Step onReport(
            SymbolState state, ExecutionReport report, List<FieldFault> faults, DecisionContext context) {
        SymbolDraft symbol = new SymbolDraft(state, context);
        symbol.arrivedAt(report.time());
        symbol.reported();
        symbol.refuse(faults, PositionSide.BOTH);
        ReportRules.apply(symbol, report);
        return completed(symbol);
    }

    /** Only time has passed: how much is in the context. */
    public static Step onClock(SymbolState state, ClockTick tick, List<FieldFault> faults, DecisionContext context) {
        return completed(new SymbolDraft(state, context));
    }

    /** What follows every input. */
    private static Step completed(SymbolDraft symbol) {
        if (symbol.hasClock()) {
            symbol.sides().forEach(ExitRules::complete);
        }
        if (symbol.becameMixed()) {
            symbol.refuse(
                    PositionSide.BOTH,
                    RuleId.QUARANTINE,
                    "one-way and hedge positions are open at once: each keeps its protection");
        }
        return symbol.step();
    }

    private static void complete(SideDraft side) {
        PositionRules.applyAwaitedOnceDue(side); // 1: what a row took away counts for the legs after settle
        if (side.state().isOpen()) {
            PlanRules.protectUnplanned(side); // 2.10: a position without a plan is planned as soon as it can be
            LeverageRules.learnFromContext(side); // 2.4: the risk floor of a leverage that becomes known
        }
        if (side.isGuarded()) {
            ClockRules.emergency(side); // 2.7: ESS_ACTIVE closes everything
            ClockRules.timeLimit(side); // 3: maxHold
            ReportRules.overdue(side); // 3: a stop that is not confirmed in time
        }
        CommandRules.dispatch(side); // 3: one command a side a step
        side.emitRevision();
        side.emitEvents();
    }
}
