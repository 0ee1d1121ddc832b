package io.exitbrain.demo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check can fail: a good run tampered with in one way breaks exactly one invariant, and the auditor says which. */
class AuditorTest {

    private static final String COMMANDS = "trailing-stop-commands";
    private static final String PLANS = "exit-plans";
    private static final long START_MS = 1_764_000_000_000L;

    private static final int OPENED = 1;
    private static final int LEG_FILLED = 3;
    private static final int MOVED = 4;
    private static final int EQUAL_AGAIN = 6;
    private static final int REFUSED = 7;
    private static final int FIRED = 8;
    private static final int RETRIED = 9;
    private static final int SHORT_OPENED = 11;
    private static final int SHORT_CLOSED = 12;

    private static final List<Line> INPUTS = List.of(
            line(0, "instruments", "'tickSize':'0.01','stepSize':'0.001'"),
            line(1, "order-fills", "'side':'BUY','price':'100','quantity':'10','fillId':'1'"),
            line(2, "mark-prices", "'p':'101.3'"),
            line(3, "order-fills", "'side':'SELL','price':'101.25','quantity':'2.5','fillId':'2'"),
            line(4, "mark-prices", "'p':'103'"),
            line(6, "positions", "'positionAmt':'7.5','entryPrice':'100'"),
            line(7, "positions", "'positionAmt':'7.5','entryPrice':'100'"),
            line(8, "order-fills", "'side':'BUY','price':0,'quantity':0"),
            line(9, "mark-prices", "'p':'101.4'"),
            line(19, "mark-prices", "'p':'101.3'"),
            line(20, "order-fills", "'side':'SELL','price':'101.3','quantity':'7.5','fillId':'3'"),
            line(21, "order-fills", "'side':'SELL','price':'100','quantity':'10','fillId':'4'"),
            line(22, "order-fills", "'side':'BUY','price':'99','quantity':'10','fillId':'5'"));

    private Played played = Played.of(List.of(), new WholeFlow(Policy.DEFAULT, START_MS));

    /** One way to break a rule: in which step, and how. */
    private enum Mutation {
        NO_PLAN(Invariant.I1, OPENED, played -> played.dropAll(OPENED)),
        PLAN_OF_ANOTHER_QUANTITY(
                Invariant.I1, OPENED, played -> change(played, OPENED, PLANS, plan -> plan.put("quantity", "10.001"))),
        PLAN_OF_ANOTHER_ENTRY(
                Invariant.I1, OPENED, played -> change(played, OPENED, PLANS, plan -> plan.put("entryPrice", "99.99"))),
        NO_STOP(Invariant.I2, OPENED, played -> played.drop(OPENED, COMMANDS)),
        STOP_ON_A_PART(
                Invariant.I2,
                OPENED,
                played -> change(played, OPENED, COMMANDS, stop -> stop.put("quantity", "9.999"))),
        NO_RESIZE(Invariant.I2, LEG_FILLED, played -> played.drop(LEG_FILLED, COMMANDS)),
        NO_TRAIL(Invariant.I2, OPENED, played -> change(played, OPENED, PLANS, plan -> plan.putObject("trailing"))),
        LOOSENED_BY_A_TICK(
                Invariant.I3, MOVED, played -> change(played, MOVED, COMMANDS, move -> move.put("stopPrice", "99.99"))),
        STOP_AT_THE_MARKET(
                Invariant.I4,
                OPENED,
                played -> change(played, OPENED, COMMANDS, stop -> stop.put("stopPrice", "100.00"))),
        LEG_OPEN_AGAIN(
                Invariant.I5,
                LEG_FILLED,
                played -> played.add(
                        LEG_FILLED,
                        Played.changed(
                                played.at(LEG_FILLED, PLANS).get(0),
                                plan -> ((ObjectNode) plan.path("legs").get(0)).put("status", "OPEN")))),
        EXIT_OF_MORE_THAN_IS_OPEN(
                Invariant.I6, MOVED, played -> change(played, MOVED, COMMANDS, move -> move.put("quantity", "7.501"))),
        NOT_REDUCE_ONLY(
                Invariant.I6, MOVED, played -> change(played, MOVED, COMMANDS, move -> move.put("reduceOnly", false))),
        VERSION_SKIPPED(Invariant.I7, MOVED, played -> change(played, MOVED, COMMANDS, move -> versioned(move, 4))),
        MOVE_TWICE(
                Invariant.I7,
                MOVED,
                played -> played.add(MOVED, played.at(MOVED, COMMANDS).get(0))),
        ID_OF_ANOTHER_VERSION(
                Invariant.I7,
                RETRIED,
                played -> change(played, RETRIED, COMMANDS, exit -> exit.put("commandId", "X-4"))),
        COMMAND_AFTER_CANCEL(
                Invariant.I8,
                SHORT_CLOSED,
                played -> played.add(
                        SHORT_CLOSED,
                        Played.changed(played.at(SHORT_OPENED, COMMANDS).get(0), place -> versioned(place, 3)))),
        PLAN_WITHOUT_POSITION(Invariant.I8, SHORT_CLOSED, played -> played.drop(SHORT_CLOSED, PLANS)),
        STOP_LEFT_BEHIND(Invariant.I8, SHORT_CLOSED, played -> played.drop(SHORT_CLOSED, COMMANDS)),
        EQUAL_SNAPSHOT_REVISES(
                Invariant.I10,
                EQUAL_AGAIN,
                played -> played.add(
                        EQUAL_AGAIN,
                        Played.changed(
                                played.at(LEG_FILLED, PLANS).get(0),
                                plan -> ((ObjectNode) plan.path("stop")).put("price", "101.46")))),
        INVALID_SWALLOWED(Invariant.I11, REFUSED, played -> played.dropAll(REFUSED)),
        VALID_REFUSED(
                Invariant.I11,
                MOVED,
                played -> played.add(MOVED, played.at(REFUSED, "dead-letters").get(0))),
        CANCELLED_WHILE_OPEN(
                Invariant.I13,
                MOVED,
                played -> played.add(
                        MOVED, Played.changed(played.at(MOVED, COMMANDS).get(0), AuditorTest::cancelling))),
        SHORT_IGNORED(Invariant.I14, SHORT_OPENED, played -> played.dropAll(SHORT_OPENED)),
        WRONG_ORDER_SIDE(
                Invariant.I15, MOVED, played -> change(played, MOVED, COMMANDS, move -> move.put("orderSide", "BUY"))),
        UNKNOWN_REASON(
                Invariant.I15, MOVED, played -> change(played, MOVED, COMMANDS, move -> move.put("reason", "WHIM"))),
        BREACH_WITHOUT_EXIT(Invariant.FIRES, FIRED, played -> played.drop(FIRED, COMMANDS)),
        EXIT_WITHOUT_BREACH(
                Invariant.CAUSE,
                MOVED,
                played -> change(
                        played,
                        MOVED,
                        COMMANDS,
                        move -> move.put("action", "EXIT").put("reason", "TRAILING_STOP")));

        private final Invariant broken;
        private final int step;

        // none of them keeps anything
        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<Played> tampering;

        Mutation(Invariant broken, int step, Consumer<Played> tampering) {
            this.broken = broken;
            this.step = step;
            this.tampering = tampering;
        }

        private static void change(Played played, int step, String topic, Consumer<ObjectNode> change) {
            played.replace(step, topic, line -> Played.changed(line, change));
        }

        private static void versioned(ObjectNode command, int version) {
            command.put("version", version);
            command.put("commandId", command.path("planId").asText() + "-" + version);
        }
    }

    private static void cancelling(ObjectNode command) {
        Mutation.versioned(command, 4);
        command.put("action", "CANCEL").put("reason", "POSITION_CLOSED");
        command.putNull("quantity").putNull("stopPrice");
    }

    private static Line line(int second, String topic, String fields) {
        return Line.of(topic, "BTCUSDT", "{" + fields.replace('\'', '"') + "}", START_MS + 1_000L * second);
    }

    @BeforeEach
    void play() {
        try (WholeFlow engine = new WholeFlow(Policy.DEFAULT, START_MS)) {
            played = Played.of(INPUTS, engine);
        }
    }

    @Test
    void shouldFindNothingInAGoodRun() {
        assertThat(played.findings(INPUTS.size())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindExactlyTheBrokenInvariant(Mutation mutation) {
        mutation.tampering.accept(played);

        assertThat(played.findings(mutation.step + 1))
                .extracting(Finding::invariant)
                .isNotEmpty()
                .containsOnly(mutation.broken);
    }

    @Test
    void shouldFindTwinsThatDiffer() {
        List<List<Line>> good = played.outputs().stream().map(List::copyOf).toList();
        assertThat(Twins.compare(Invariant.I9, good, good)).isEmpty();

        Mutation.LOOSENED_BY_A_TICK.tampering.accept(played);

        assertThat(Twins.compare(Invariant.I9, good, played.outputs()))
                .extracting(Finding::invariant)
                .containsExactly(Invariant.I9);
        assertThat(Twins.compare(Invariant.I12, good, good.subList(0, MOVED + 1)))
                .extracting(Finding::invariant)
                .containsExactly(Invariant.I12);
    }

    @Test
    void shouldHaveAMutationForEveryInvariant() {
        Stream<Invariant> mutated = Arrays.stream(Mutation.values()).map(mutation -> mutation.broken);

        assertThat(Stream.concat(mutated, Stream.of(Invariant.I9, Invariant.I12)))
                .contains(Invariant.values());
    }
}
