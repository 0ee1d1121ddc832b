package io.exitbrain.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One step of one symbol: lets an input act on the sides it means, then lets time and commands follow. Lives for that step only. */
final class SymbolTurn {

    private final SymbolState before;
    private final Circumstances around;
    private final Journal journal = new Journal();
    private final Map<PositionSide, SideTurn> sides = new EnumMap<>(PositionSide.class);

    private FillIds fills;
    private Optional<Mark> mark;
    private long newestEventTime;
    private long newestOtherTime;
    private int instances;
    private boolean reportsSeen;
    private boolean clockSkew;
    private long wallPassedMs;

    SymbolTurn(SymbolState before, Circumstances around) {
        this.before = before;
        this.around = around;
        this.fills = before.fills();
        this.mark = before.mark();
        this.newestEventTime = before.newestEventTime();
        this.newestOtherTime = before.newestOtherTime();
        this.instances = before.instances();
        this.reportsSeen = before.reportsSeen();
        this.wallPassedMs = around.wallPassedMs();
    }

    void fill(Fill fill) {
        arrivedAt(fill.time());
        refuseFields(fill, fill.positionSide());
        if (fill.fillId().filter(fills::contains).isEmpty() && PositionRules.fill(side(fill.positionSide()), fill)) {
            fills = fill.fillId().map(fills::plus).orElse(fills);
        }
    }

    void snapshot(Snapshot snapshot) {
        arrivedAt(snapshot.time());
        refuseFields(snapshot, snapshot.positionSide());
        boolean marked = snapshot.markPrice()
                .filter(price -> markedAt(new Mark(price, snapshot.time())))
                .isPresent();
        PositionRules.snapshot(side(snapshot.positionSide()), snapshot);
        if (marked) {
            allSides(PriceRules::apply);
        }
    }

    void flatEverywhere(FlatEverywhere flat) {
        arrivedAt(flat.time());
        // closed sides too: a fill from before the tombstone is already in it
        for (PositionSide positionSide : PositionSide.values()) {
            PositionRules.snapshot(side(positionSide), Snapshot.flat(flat.symbol(), positionSide, flat.time()));
        }
    }

    void price(MarkPrice price) {
        refuseFields(price, PositionSide.BOTH);
        if (markedAt(new Mark(price.price(), price.time()))) {
            clockReads(price.time());
            clockSkew = price.time() < newestOtherTime - policy().stop().maxPriceAgeMs();
            allSides(PriceRules::apply);
        }
    }

    void report(ExecutionReport report) {
        arrivedAt(report.time());
        reportsSeen = true;
        refuseFields(report, PositionSide.BOTH);
        ReportRules.report(this, report);
    }

    /** Nothing but time has passed. */
    void clock() {}

    Step end() {
        if (newestEventTime != Times.NEVER) {
            allSides(SideTurn::end);
        }
        Slots slots = slots();
        if (slots.areMixed() && !before.slots().areMixed()) {
            Refusal.event(
                    this,
                    PositionSide.BOTH,
                    Rule.QUARANTINE,
                    "one-way and hedge positions are open at once: each keeps its protection");
        }
        return journal.step(
                new SymbolState(
                        before.symbol(), slots, fills, mark, newestEventTime, newestOtherTime, instances, reportsSeen),
                clockSkew);
    }

    SideTurn side(PositionSide positionSide) {
        return sides.computeIfAbsent(
                positionSide, side -> new SideTurn(this, before.slots().of(side)));
    }

    int nextInstance() {
        return ++instances;
    }

    int instance() {
        return instances;
    }

    String symbol() {
        return before.symbol();
    }

    Policy policy() {
        return around.policy();
    }

    Instrument instrument() {
        return around.instrument();
    }

    Context context() {
        return around.context();
    }

    Journal journal() {
        return journal;
    }

    Optional<Mark> mark() {
        return mark;
    }

    /** The symbol's clock: newest event time, and the wall time that passed since. */
    long now() {
        return newestEventTime + wallPassedMs;
    }

    boolean reportsInUse() {
        return policy().stop().reports().isInUse(reportsSeen);
    }

    private void arrivedAt(long time) {
        clockReads(time);
        newestOtherTime = Math.max(newestOtherTime, time);
    }

    /** A newer event time is what the wall time counts from. */
    private void clockReads(long time) {
        if (time > newestEventTime) {
            newestEventTime = time;
            wallPassedMs = 0;
        }
    }

    /** Takes {@code newest} as the mark unless a newer one is known; whether it was taken. */
    private boolean markedAt(Mark newest) {
        if (mark.filter(known -> known.time() > newest.time()).isPresent()) {
            return false;
        }
        mark = Optional.of(newest);
        return true;
    }

    private void refuseFields(Input input, PositionSide positionSide) {
        for (FieldFault fault : input.faults()) {
            Refusal.event(this, positionSide, Rule.OPTIONAL_FIELD, fault.toString());
        }
    }

    private void allSides(java.util.function.Consumer<SideTurn> rule) {
        for (PositionSide positionSide : PositionSide.values()) {
            if (sides.containsKey(positionSide)
                    || before.slots().of(positionSide).isOpen()) {
                rule.accept(side(positionSide));
            }
        }
    }

    private Slots slots() {
        Slots slots = before.slots();
        for (SideTurn side : sides.values()) {
            slots = side.slot().equals(slots.of(side.positionSide())) ? slots : slots.with(side.slot());
        }
        return slots;
    }
}
