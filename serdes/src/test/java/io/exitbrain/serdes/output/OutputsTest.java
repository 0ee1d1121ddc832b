package io.exitbrain.serdes.output;

import static io.exitbrain.serdes.Readings.bytes;
import static io.exitbrain.serdes.Readings.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.serdes.RandomDomain;
import io.exitbrain.serdes.Resources;
import io.exitbrain.serdes.WorkedExample;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {

    private static final int VALUES = 2_000;

    static Stream<Serde<?>> serdes() {
        return Stream.of(OutputSerdes.exitPlan(), OutputSerdes.stopCommand(), OutputSerdes.exitEvent());
    }

    @Test
    void shouldWriteAPlanAsTheContractShowsIt() {
        assertThat(written(OutputSerdes.exitPlan(), WorkedExample.plan()))
                .isEqualTo(Resources.compact("exit-plan.json"));
    }

    @Test
    void shouldWriteACommandAsTheContractShowsIt() {
        assertThat(written(OutputSerdes.stopCommand(), WorkedExample.move()))
                .isEqualTo(Resources.compact("stop-command.json"));
    }

    @Test
    void shouldWriteAnEventAsTheContractShowsIt() {
        assertThat(written(OutputSerdes.exitEvent(), WorkedExample.moved()))
                .isEqualTo(Resources.compact("exit-event.json"));
    }

    @Test
    void shouldWriteATrailByPriceOrTicksWithANullRatio() {
        Optional<BigDecimal> none = Optional.empty();
        Optional<BigDecimal> twelve = Optional.of(new BigDecimal("12.50"));
        ExitPlan.TighteningView step = new ExitPlan.TighteningView(none, twelve, none, none, twelve);

        assertThat(written(OutputSerdes.exitPlan(), with(trail(true, none, twelve, none, List.of()))))
                .contains(
                        "\"trailing\":{\"enabled\":true,\"callbackPct\":null,\"callbackPrice\":\"12.50\",\"activationPct\":");
        assertThat(written(OutputSerdes.exitPlan(), with(trail(true, none, none, twelve, List.of(step)))))
                .contains("\"callbackPct\":null,\"callbackTicks\":\"12.5\",\"activationPct\":")
                .contains("\"tightening\":[{\"atPct\":\"12.5\",\"callbackTicks\":\"12.5\"}]");
    }

    @Test
    void shouldWriteAPlanWithoutATrail() {
        Optional<BigDecimal> none = Optional.empty();
        ExitPlan.TrailView trail =
                new ExitPlan.TrailView(false, none, none, none, none, none, BigDecimal.ZERO, List.of());

        assertThat(written(OutputSerdes.exitPlan(), with(trail)))
                .contains("\"trailing\":{\"enabled\":false,\"callbackPct\":null,\"activationPct\":null,"
                        + "\"activationPrice\":null,\"sizePct\":\"0\",\"tightening\":[]}");
    }

    @Test
    void shouldWriteACancelWithoutAPrice() {
        StopCommand cancel = new StopCommand(
                "P",
                9,
                "ETHUSDT",
                PositionSide.LONG,
                Action.CANCEL,
                Reason.POSITION_CLOSED,
                OrderSide.SELL,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("1E+2")),
                Optional.empty(),
                Optional.of(new BigDecimal("1E-10")),
                Optional.empty(),
                7);

        assertThat(written(OutputSerdes.stopCommand(), cancel)).isEqualTo("""
                {'commandId':'P-9','planId':'P','version':9,'symbol':'ETHUSDT','positionSide':'LONG','action':'CANCEL',\
                'reason':'POSITION_CLOSED','orderSide':'SELL','quantity':null,'stopPrice':null,'previousStopPrice':'100',\
                'reduceOnly':true,'workingType':'MARK_PRICE','markPrice':null,'bestPrice':'0.0000000001','time':7}""".replace('\'', '"'));
    }

    @Test
    void shouldWriteATickOfTheClockWithoutAnOffset() {
        CausedEvent caused = new CausedEvent(WorkedExample.moved().event(), Cause.wallClock(3, "10 s"));

        assertThat(written(OutputSerdes.exitEvent(), caused))
                .contains("\"cause\":{\"topic\":\"wall-clock\",\"partition\":3,\"offset\":null,\"value\":\"10 s\"}");
    }

    @Test
    void shouldReplaceHalfASurrogatePair() {
        CausedEvent caused = new CausedEvent(WorkedExample.moved().event(), new Cause("t", 0, 0, "a\ud800b"));

        assertThat(written(OutputSerdes.exitEvent(), caused)).contains("\"a\uFFFDb\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261102})
    void shouldReadBackTheWrittenValue(long seed) {
        System.out.println("OutputsTest seed " + seed);
        RandomDomain random = new RandomDomain(seed);

        for (int i = 0; i < VALUES; i++) {
            String where = "seed %d, value %d".formatted(seed, i);
            shouldComeBack(where, OutputSerdes.exitPlan(), random.plan());
            shouldComeBack(where, OutputSerdes.stopCommand(), random.command());
            shouldComeBack(where, OutputSerdes.exitEvent(), random.event());
        }
    }

    @ParameterizedTest
    @MethodSource("serdes")
    void shouldTakeATombstoneBothWays(Serde<?> serde) {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat((Object) serde.deserializer().deserialize("t", null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("serdes")
    void shouldReportWhyAValueCannotBeRead(Serde<?> serde) {
        for (String bad : List.of("", "no", "[]", "{}", "{'planId':7}", "{'event':'NONE'}", "{'planId':'x'")) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("t", json(bad)))
                    .as(bad)
                    .isInstanceOf(SerializationException.class)
                    .hasMessageMatching("(exit plan|stop command|exit event) cannot be read: .+");
        }
    }

    @ParameterizedTest
    @MethodSource("badPlans")
    void shouldRefuseAPlanThatWasTamperedWith(Function<String, String> change, String reason) {
        String plan = written(OutputSerdes.exitPlan(), WorkedExample.plan());
        String changed = change.apply(plan);

        assertThat(changed).isNotEqualTo(plan);
        assertThatThrownBy(() -> OutputSerdes.exitPlan().deserializer().deserialize("t", bytes(changed)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> badPlans() {
        return Stream.of(
                bad("\"side\":\"LONG\"", "\"side\":\"UP\"", "side must be one of [LONG, SHORT], was \"UP\""),
                bad(
                        "\"entryPrice\":\"95000.0\"",
                        "\"entryPrice\":95000.0",
                        "entryPrice must be of kind STRING, was 95000.0"),
                bad(
                        "\"entryPrice\":\"95000.0\"",
                        "\"entryPrice\":\"1e5\"",
                        "entryPrice must be a plain decimal, was \"1e5\""),
                bad("\"revision\":1", "\"revision\":1.5", "revision must be a whole number, was 1.5"),
                bad("\"revision\":1", "\"revision\":99999999999", "integer overflow"),
                bad("\"quantised\":true", "\"quantised\":null", "quantised must be of kind BOOLEAN, was null"),
                bad("\"stopLoss\":{", "\"stopLos\":{", "stopLoss must be of kind OBJECT, was null"),
                bad("\"tightening\":[{", "\"tightening\":[7,{", "tightening must be of kind OBJECT, was 7"));
    }

    private static Arguments bad(String from, String to, String reason) {
        Function<String, String> change = json -> json.replace(from, to);
        return Arguments.of(change, reason);
    }

    private static <T> void shouldComeBack(String where, Serde<T> serde, T value) {
        byte[] written = serde.serializer().serialize("t", value);

        assertThat(serde.deserializer().deserialize("t", written)).as(where).isEqualTo(value);
        assertThat(new String(written, StandardCharsets.UTF_8))
                .doesNotContain("E+")
                .doesNotContain("E-");
    }

    private static <T> String written(Serde<T> serde, T value) {
        return new String(serde.serializer().serialize("t", value), StandardCharsets.UTF_8);
    }

    private static ExitPlan.TrailView trail(
            boolean enabled,
            Optional<BigDecimal> pct,
            Optional<BigDecimal> price,
            Optional<BigDecimal> ticks,
            List<ExitPlan.TighteningView> steps) {
        ExitPlan.TrailView trail = WorkedExample.plan().trailing();
        return new ExitPlan.TrailView(
                enabled, pct, price, ticks, trail.activationPct(), trail.activationPrice(), trail.sizePct(), steps);
    }

    private static ExitPlan with(ExitPlan.TrailView trail) {
        ExitPlan p = WorkedExample.plan();
        return new ExitPlan(
                p.planId(),
                p.symbol(),
                p.positionSide(),
                p.side(),
                p.origin(),
                p.strategy(),
                p.profile(),
                p.regime(),
                p.riskMode(),
                p.quantised(),
                p.entryPrice(),
                p.initialQuantity(),
                p.quantity(),
                p.leverage(),
                p.leverageKnown(),
                p.confidence(),
                p.stopLoss(),
                p.legs(),
                trail,
                p.stop(),
                p.strategyId(),
                p.sourceFillId(),
                p.revision(),
                p.createdAt(),
                p.updatedAt());
    }
}
