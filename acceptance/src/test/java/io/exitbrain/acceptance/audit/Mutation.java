package io.exitbrain.acceptance.audit;

import static io.exitbrain.acceptance.audit.GoodRun.COMMANDS;
import static io.exitbrain.acceptance.audit.GoodRun.EQUAL_AGAIN;
import static io.exitbrain.acceptance.audit.GoodRun.FIRED;
import static io.exitbrain.acceptance.audit.GoodRun.LEG_FILLED;
import static io.exitbrain.acceptance.audit.GoodRun.MOVED;
import static io.exitbrain.acceptance.audit.GoodRun.OPENED;
import static io.exitbrain.acceptance.audit.GoodRun.PLANS;
import static io.exitbrain.acceptance.audit.GoodRun.REFUSED;
import static io.exitbrain.acceptance.audit.GoodRun.RETRIED;
import static io.exitbrain.acceptance.audit.GoodRun.SHORT_CLOSED;
import static io.exitbrain.acceptance.audit.GoodRun.SHORT_OPENED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.audit.checks.Invariant;
import java.util.function.Consumer;

/** A change to the outputs of one step of a good run, and the invariant that it breaks. */
enum Mutation {
    NO_PLAN(Invariant.I1, OPENED, run -> run.dropAll(OPENED)),
    PLAN_OF_ANOTHER_QUANTITY(
            Invariant.I1, OPENED, run -> change(run, OPENED, PLANS, plan -> plan.put("quantity", "10.001"))),
    PLAN_OF_ANOTHER_ENTRY(
            Invariant.I1, OPENED, run -> change(run, OPENED, PLANS, plan -> plan.put("entryPrice", "99.99"))),
    NO_STOP(Invariant.I2, OPENED, run -> run.drop(OPENED, COMMANDS)),
    STOP_ON_A_PART(Invariant.I2, OPENED, run -> change(run, OPENED, COMMANDS, stop -> stop.put("quantity", "9.999"))),
    NO_RESIZE(Invariant.I2, LEG_FILLED, run -> run.drop(LEG_FILLED, COMMANDS)),
    NO_TRAIL(Invariant.I2, OPENED, run -> change(run, OPENED, PLANS, plan -> plan.putObject("trailing"))),
    LOOSENED_BY_A_TICK(
            Invariant.I3, MOVED, run -> change(run, MOVED, COMMANDS, move -> move.put("stopPrice", "99.99"))),
    STOP_AT_THE_MARKET(
            Invariant.I4, OPENED, run -> change(run, OPENED, COMMANDS, stop -> stop.put("stopPrice", "100.00"))),
    LEG_OPEN_AGAIN(
            Invariant.I5,
            LEG_FILLED,
            run -> run.add(
                    LEG_FILLED,
                    RecordedRun.changed(
                            run.at(LEG_FILLED, PLANS).get(0),
                            plan -> ((ObjectNode) plan.path("legs").get(0)).put("status", "OPEN")))),
    EXIT_OF_MORE_THAN_IS_OPEN(
            Invariant.I6, MOVED, run -> change(run, MOVED, COMMANDS, move -> move.put("quantity", "7.501"))),
    NOT_REDUCE_ONLY(Invariant.I6, MOVED, run -> change(run, MOVED, COMMANDS, move -> move.put("reduceOnly", false))),
    VERSION_SKIPPED(Invariant.I7, MOVED, run -> change(run, MOVED, COMMANDS, move -> versioned(move, 4))),
    MOVE_TWICE(
            Invariant.I7, MOVED, run -> run.add(MOVED, run.at(MOVED, COMMANDS).get(0))),
    ID_OF_ANOTHER_VERSION(
            Invariant.I7, RETRIED, run -> change(run, RETRIED, COMMANDS, exit -> exit.put("commandId", "X-4"))),
    COMMAND_AFTER_CANCEL(
            Invariant.I8,
            SHORT_CLOSED,
            run -> run.add(
                    SHORT_CLOSED,
                    RecordedRun.changed(run.at(SHORT_OPENED, COMMANDS).get(0), place -> versioned(place, 3)))),
    PLAN_WITHOUT_POSITION(Invariant.I8, SHORT_CLOSED, run -> run.drop(SHORT_CLOSED, PLANS)),
    STOP_LEFT_BEHIND(Invariant.I8, SHORT_CLOSED, run -> run.drop(SHORT_CLOSED, COMMANDS)),
    EQUAL_SNAPSHOT_REVISES(
            Invariant.I10,
            EQUAL_AGAIN,
            run -> run.add(
                    EQUAL_AGAIN,
                    RecordedRun.changed(
                            run.at(LEG_FILLED, PLANS).get(0),
                            plan -> ((ObjectNode) plan.path("stop")).put("price", "101.46")))),
    INVALID_SWALLOWED(Invariant.I11, REFUSED, run -> run.dropAll(REFUSED)),
    VALID_REFUSED(
            Invariant.I11,
            MOVED,
            run -> run.add(MOVED, run.at(REFUSED, "dead-letters").get(0))),
    CANCELLED_WHILE_OPEN(
            Invariant.I13,
            MOVED,
            run -> run.add(MOVED, RecordedRun.changed(run.at(MOVED, COMMANDS).get(0), Mutation::cancelling))),
    SHORT_IGNORED(Invariant.I14, SHORT_OPENED, run -> run.dropAll(SHORT_OPENED)),
    WRONG_ORDER_SIDE(Invariant.I15, MOVED, run -> change(run, MOVED, COMMANDS, move -> move.put("orderSide", "BUY"))),
    UNKNOWN_REASON(Invariant.I15, MOVED, run -> change(run, MOVED, COMMANDS, move -> move.put("reason", "WHIM"))),
    BREACH_WITHOUT_EXIT(Invariant.FIRES, FIRED, run -> run.drop(FIRED, COMMANDS)),
    EXIT_WITHOUT_BREACH(
            Invariant.CAUSE,
            MOVED,
            run -> change(
                    run, MOVED, COMMANDS, move -> move.put("action", "EXIT").put("reason", "TRAILING_STOP")));

    private final Invariant broken;
    private final int step;

    // the lambdas have no state
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<RecordedRun> change;

    Mutation(Invariant broken, int step, Consumer<RecordedRun> change) {
        this.broken = broken;
        this.step = step;
        this.change = change;
    }

    private static void change(RecordedRun run, int step, String topic, Consumer<ObjectNode> change) {
        run.replace(step, topic, line -> RecordedRun.changed(line, change));
    }

    private static void versioned(ObjectNode command, int version) {
        command.put("version", version);
        command.put("commandId", command.path("planId").asText() + "-" + version);
    }

    Invariant broken() {
        return broken;
    }

    int step() {
        return step;
    }

    void apply(RecordedRun run) {
        change.accept(run);
    }

    private static void cancelling(ObjectNode command) {
        versioned(command, 4);
        command.put("action", "CANCEL").put("reason", "POSITION_CLOSED");
        command.putNull("quantity").putNull("stopPrice");
    }
}
