package io.exitbrain.audit;

import static io.exitbrain.audit.GoodDay.EQUAL_AGAIN;
import static io.exitbrain.audit.GoodDay.FIRED;
import static io.exitbrain.audit.GoodDay.LEG_FILLED;
import static io.exitbrain.audit.GoodDay.MOVED;
import static io.exitbrain.audit.GoodDay.OPENED;
import static io.exitbrain.audit.GoodDay.REFUSED;
import static io.exitbrain.audit.GoodDay.RETRIED;
import static io.exitbrain.audit.GoodDay.SHORT_CLOSED;
import static io.exitbrain.audit.GoodDay.SHORT_OPENED;
import static io.exitbrain.audit.Recording.COMMANDS;
import static io.exitbrain.audit.Recording.PLANS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.audit.checks.Invariant;
import io.exitbrain.audit.record.AuditRecord;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A change to one step of a good day, and the invariant that it breaks. */
enum Mutation {
    NO_PLAN(Invariant.I1, OPENED, day -> day.drop(OPENED, all -> true)),
    PLAN_OF_ANOTHER_QUANTITY(Invariant.I1, OPENED, day -> plan(day, OPENED, plan -> plan.put("quantity", "10.001"))),
    PLAN_OF_ANOTHER_ENTRY(Invariant.I1, OPENED, day -> plan(day, OPENED, plan -> plan.put("entryPrice", "99.99"))),
    NO_STOP(Invariant.I2, OPENED, day -> day.drop(OPENED, of(COMMANDS))),
    STOP_ON_A_PART(Invariant.I2, OPENED, day -> command(day, OPENED, stop -> stop.put("quantity", "9.999"))),
    NO_RESIZE(Invariant.I2, LEG_FILLED, day -> day.drop(LEG_FILLED, of(COMMANDS))),
    NO_TRAIL(Invariant.I2, OPENED, day -> plan(day, OPENED, plan -> plan.putObject("trailing"))),
    LOOSENED_BY_A_TICK(Invariant.I3, MOVED, day -> command(day, MOVED, move -> move.put("stopPrice", "99.99"))),
    STOP_AT_THE_MARKET(Invariant.I4, OPENED, day -> command(day, OPENED, stop -> stop.put("stopPrice", "100.00"))),
    LEG_OPEN_AGAIN(
            Invariant.I5,
            LEG_FILLED,
            day -> planAgain(day, LEG_FILLED, plan -> leg(plan).put("status", "OPEN"))),
    LEG_TWICE(
            Invariant.I5,
            LEG_FILLED,
            day -> plan(
                    day,
                    LEG_FILLED,
                    plan -> plan.withArray("legs").add(leg(plan).deepCopy()))),
    MORE_THAN_IS_OPEN(Invariant.I6, MOVED, day -> command(day, MOVED, move -> move.put("quantity", "7.501"))),
    NOT_REDUCE_ONLY(Invariant.I6, MOVED, day -> command(day, MOVED, move -> move.put("reduceOnly", false))),
    VERSION_SKIPPED(Invariant.I7, MOVED, day -> command(day, MOVED, move -> versioned(move, 4))),
    VERSION_REPEATED(Invariant.I7, MOVED, day -> command(day, MOVED, move -> versioned(move, 2))),
    ID_OF_ANOTHER_VERSION(Invariant.I7, RETRIED, day -> command(day, RETRIED, exit -> exit.put("commandId", "X-4"))),
    COMMAND_AFTER_CANCEL(
            Invariant.I8,
            SHORT_CLOSED,
            day -> day.add(
                    SHORT_CLOSED,
                    later(
                            day.at(SHORT_CLOSED, COMMANDS).get(0),
                            day.at(SHORT_OPENED, COMMANDS).get(0)))),
    PLAN_WITHOUT_POSITION(Invariant.I8, SHORT_CLOSED, day -> day.drop(SHORT_CLOSED, of(PLANS))),
    STOP_LEFT_BEHIND(Invariant.I8, SHORT_CLOSED, day -> day.drop(SHORT_CLOSED, of(COMMANDS))),
    EQUAL_SNAPSHOT_GIVES_A_COMMAND(
            Invariant.I10,
            EQUAL_AGAIN,
            day -> day.add(
                    EQUAL_AGAIN,
                    inStepOf(
                            day.at(EQUAL_AGAIN, "positions").get(0),
                            day.at(MOVED, COMMANDS).get(0),
                            move -> versioned(move, 4)))),
    INVALID_SWALLOWED(Invariant.I11, REFUSED, day -> day.drop(REFUSED, all -> true)),
    INVALID_USED(
            Invariant.I11,
            EQUAL_AGAIN,
            day -> day.change(EQUAL_AGAIN, "positions", row -> row.put("positionAmt", "x"))),
    CANCELLED_WHILE_OPEN(
            Invariant.I13,
            MOVED,
            day -> day.add(MOVED, Recording.changed(day.at(MOVED, COMMANDS).get(0), Mutation::cancelling))),
    SHORT_IGNORED(Invariant.I14, SHORT_OPENED, day -> day.drop(SHORT_OPENED, all -> true)),
    WRONG_ORDER_SIDE(Invariant.I15, MOVED, day -> command(day, MOVED, move -> move.put("orderSide", "BUY"))),
    UNKNOWN_REASON(Invariant.I15, MOVED, day -> command(day, MOVED, move -> move.put("reason", "WHIM"))),
    WRONG_WORKING_TYPE(Invariant.I15, MOVED, day -> command(day, MOVED, move -> move.put("workingType", "LAST_PRICE"))),
    BREACH_WITHOUT_EXIT(Invariant.FIRES, FIRED, day -> day.drop(FIRED, of(COMMANDS))),
    EXIT_WITHOUT_BREACH(
            Invariant.CAUSE,
            MOVED,
            day -> command(day, MOVED, move -> move.put("action", "EXIT").put("reason", "TRAILING_STOP")));

    private final Invariant broken;
    private final int step;

    // the lambdas have no state
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Recording> change;

    Mutation(Invariant broken, int step, Consumer<Recording> change) {
        this.broken = broken;
        this.step = step;
        this.change = change;
    }

    Invariant broken() {
        return broken;
    }

    /** The good day up to the changed step. */
    Recording applied(Recording day) {
        Recording changed = day.first(step + 1);
        change.accept(changed);
        return changed;
    }

    private static Predicate<AuditRecord> of(String topic) {
        return record -> record.topic().equals(topic);
    }

    private static void command(Recording day, int step, Consumer<ObjectNode> change) {
        day.change(step, COMMANDS, change);
    }

    private static void plan(Recording day, int step, Consumer<ObjectNode> change) {
        day.change(step, PLANS, change);
    }

    private static void planAgain(Recording day, int step, Consumer<ObjectNode> change) {
        day.add(step, Recording.changed(day.at(step, PLANS).get(0), change));
    }

    private static ObjectNode leg(ObjectNode plan) {
        return (ObjectNode) plan.path("legs").get(0);
    }

    private static void versioned(ObjectNode command, int version) {
        command.put("version", version);
        command.put("commandId", command.path("planId").asText() + "-" + version);
    }

    /** {@code command} as a further command of the plan of {@code cancel}, in its step. */
    private static AuditRecord later(AuditRecord cancel, AuditRecord command) {
        return inStepOf(cancel, command, place -> versioned(place, 3));
    }

    private static void cancelling(ObjectNode command) {
        versioned(command, 4);
        command.put("action", "CANCEL").put("reason", "POSITION_CLOSED");
        command.putNull("quantity").putNull("stopPrice");
    }

    private static AuditRecord inStepOf(AuditRecord other, AuditRecord output, Consumer<ObjectNode> change) {
        AuditRecord changed = Recording.changed(output, change.andThen(value -> value.put("time", other.timestamp())));
        return Recording.at(changed, other.timestamp());
    }
}
