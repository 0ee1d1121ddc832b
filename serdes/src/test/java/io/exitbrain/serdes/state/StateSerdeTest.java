package io.exitbrain.serdes.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.exitbrain.domain.input.SymbolPositions;
import io.exitbrain.domain.plan.AccountEntry;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import io.exitbrain.domain.value.Side;
import io.exitbrain.serdes.RandomDomain;
import io.exitbrain.serdes.Resources;
import io.exitbrain.serdes.WorkedExample;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateSerdeTest {

    private static final int VALUES = 5_000;

    private final Serde<SymbolState> states = new SymbolStateSerde();
    private final Serde<SymbolPositions> positions = new SymbolPositionsSerde();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261103})
    void shouldReadBackTheWrittenValue(long seed) {
        RandomDomain random = new RandomDomain(seed);

        for (int i = 0; i < VALUES; i++) {
            SymbolState state = random.state();
            SymbolPositions known = random.positions();

            assertThat(read(states, written(states, state)))
                    .as("seed %d, state %d", seed, i)
                    .isEqualTo(state);
            assertThat(read(positions, written(positions, known)))
                    .as("seed %d, positions %d", seed, i)
                    .isEqualTo(known);
        }
    }

    @Test
    void shouldReadBackANewSymbol() {
        SymbolState unknown = SymbolState.unknown("BTCUSDT");

        assertThat(read(states, written(states, unknown))).isEqualTo(unknown);
        assertThat(read(positions, written(positions, SymbolPositions.NONE))).isEqualTo(SymbolPositions.NONE);
    }

    /** Fails when the format changes. The format then needs a new version, and these bytes need a test that they can still be read. */
    @Test
    void shouldKeepTheFormatOfVersionThree() {
        assertThat(HexFormat.of().formatHex(written(states, WorkedExample.state())))
                .isEqualTo(HexFormat.of().formatHex(golden("state-v3.hex")));
        assertThat(read(states, golden("state-v3.hex"))).isEqualTo(WorkedExample.state());
    }

    @Test
    void shouldReadVersionTwo() {
        assertThat(read(states, golden("state-v2.hex"))).isEqualTo(WorkedExample.state());
    }

    @Test
    void shouldReadVersionOne() {
        assertThat(read(states, golden("state-v1.hex"))).isEqualTo(WorkedExample.stateOfVersionOne());
    }

    /** Version 1 contains the faults of a snapshot's message. They are read and dropped. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void shouldReadEveryBranchOfVersionOne(int number) {
        RandomDomain random = new RandomDomain(42 + number);
        String[] golden = Resources.text("branches-v1.hex").lines().toArray(String[]::new);

        assertThat(read(states, HexFormat.of().parseHex(golden[2 * number]))).isEqualTo(random.stateOfVersionOne());
        assertThat(read(positions, HexFormat.of().parseHex(golden[2 * number + 1])))
                .isEqualTo(random.positions());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void shouldReadEveryBranchOfVersionTwo(int number) {
        RandomDomain random = new RandomDomain(42 + number);
        String[] golden = Resources.text("branches-v2.hex").lines().toArray(String[]::new);

        assertThat(read(states, HexFormat.of().parseHex(golden[2 * number]))).isEqualTo(random.stateOfVersionTwo());
        assertThat(read(positions, HexFormat.of().parseHex(golden[2 * number + 1])))
                .isEqualTo(random.positions());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void shouldKeepTheFormatOfEveryBranchOfVersionThree(int number) {
        RandomDomain random = new RandomDomain(42 + number);
        String[] golden = Resources.text("branches-v3.hex").lines().toArray(String[]::new);

        assertThat(HexFormat.of().formatHex(written(states, random.state()))).isEqualTo(golden[2 * number]);
        assertThat(HexFormat.of().formatHex(written(positions, random.positions())))
                .isEqualTo(golden[2 * number + 1]);
    }

    @Test
    void shouldGiveAFieldOfANewerVersionItsDefaultInAnOlderOne() {
        Codec<String> newest = Codec.of(
                (out, value) -> {
                    out.text(value);
                    out.number(value.length());
                },
                in -> in.text() + (in.since(2) ? in.number() : -1));
        Serde<String> one = new VersionedSerde<>("text", 1, Codec.TEXT) {};
        Serde<String> two = new VersionedSerde<>("text", 2, newest) {};

        assertThat(read(two, written(one, "abc"))).isEqualTo("abc-1");
        assertThat(read(two, written(two, "abc"))).isEqualTo("abc3");
    }

    @Test
    void shouldReadBackEveryKindOfDistance() {
        for (Distance distance : List.of(
                new Distance.InR(new BigDecimal("0.5")),
                new Distance.OfEntry(new BigDecimal("0.01")),
                new Distance.InPrice(new BigDecimal("150")),
                new Distance.InScaledR(new BigDecimal("0.005"), new BigDecimal("0.03")))) {
            BinaryWriter out = new BinaryWriter();
            PlanTermsCodec.DISTANCE.write(out, distance);

            assertThat(PlanTermsCodec.DISTANCE.read(new BinaryReader(out.bytes())))
                    .isEqualTo(distance);
        }
    }

    @Test
    void shouldBeSmall() {
        assertThat(written(states, WorkedExample.state())).hasSizeLessThan(390);
    }

    @Test
    void shouldHaveACodeForEveryConstant() {
        Map<Class<? extends Enum<?>>, EnumCodec<?>> all = Map.ofEntries(
                Map.entry(PositionSide.class, EnumCodec.POSITION_SIDE),
                Map.entry(Side.class, EnumCodec.SIDE),
                Map.entry(OrderSide.class, EnumCodec.ORDER_SIDE),
                Map.entry(AccountEntry.Kind.class, EnumCodec.ACCOUNT_KIND),
                Map.entry(Origin.class, EnumCodec.ORIGIN),
                Map.entry(Regime.class, EnumCodec.REGIME),
                Map.entry(RiskMode.class, EnumCodec.RISK_MODE),
                Map.entry(Execution.class, EnumCodec.EXECUTION),
                Map.entry(Leg.LegStatus.class, EnumCodec.LEG_STATUS),
                Map.entry(Stop.State.class, EnumCodec.STOP_STATE),
                Map.entry(Action.class, EnumCodec.ACTION),
                Map.entry(Reason.class, EnumCodec.REASON));

        all.forEach((type, codes) -> assertThat(List.<Object>copyOf(codes.constants()))
                .containsExactlyInAnyOrder((Object[]) type.getEnumConstants()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 9, 0xFF})
    void shouldReportAnUnknownVersion(int version) {
        byte[] bytes = written(states, WorkedExample.state());
        bytes[0] = (byte) version;

        assertThatThrownBy(() -> read(states, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessage("state of a symbol has format version %d, this build reads 1 to 3".formatted(version));
    }

    @Test
    void shouldRefuseEveryTruncation() {
        byte[] bytes = written(states, WorkedExample.state());

        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(states, truncated))
                    .as("first %d of %d bytes", length, bytes.length)
                    .isInstanceOf(SerializationException.class)
                    .hasMessageStartingWith("state of a symbol is damaged: ");
        }
    }

    @Test
    void shouldRefuseTrailingBytes() {
        byte[] bytes = written(states, WorkedExample.state());

        assertThatThrownBy(() -> read(states, Arrays.copyOf(bytes, bytes.length + 2)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("2 bytes are left over");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261104})
    void shouldNeitherHangNorThrowAnotherExceptionOnGarbage(long seed) {
        Random random = new Random(seed);
        byte[] good = written(states, new RandomDomain(seed).state());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 20_000; i++) {
                readOrRefuse(random.nextBoolean() ? garbage(random) : damaged(random, good));
            }
        });
    }

    @Test
    void shouldRefuseAHugeLength() {
        byte[] bytes = {2, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};

        assertThatThrownBy(() -> read(states, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("a length of 2147483647 is past its end");
    }

    @Test
    void shouldTakeATombstoneBothWays() {
        assertThat(states.serializer().serialize("t", null)).isNull();
        assertThat(states.deserializer().deserialize("t", null)).isNull();
        assertThat(positions.serializer().serialize("t", null)).isNull();
        assertThat(positions.deserializer().deserialize("t", null)).isNull();
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            read(states, bytes);
        } catch (SerializationException expected) {
            assertThat(expected.getMessage()).isNotBlank().hasSizeLessThan(400);
        }
    }

    private static byte[] garbage(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(300)];
        random.nextBytes(bytes);
        bytes[0] = (byte) (1 + random.nextInt(2));
        return bytes;
    }

    private static byte[] damaged(Random random, byte[] good) {
        byte[] bytes = good.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] golden(String resource) {
        return HexFormat.of().parseHex(Resources.text(resource).replaceAll("\\s", ""));
    }

    private static <T> byte[] written(Serde<T> serde, T value) {
        return serde.serializer().serialize("t", value);
    }

    private static <T> T read(Serde<T> serde, byte[] bytes) {
        return serde.deserializer().deserialize("t", bytes);
    }
}
