package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that stand for the constants of an enum, in any case. Every synonym that is understood is in this file. */
final class EnumField<E extends Enum<E>> implements FieldType<E> {

    static final EnumField<OrderSide> ORDER_SIDE =
            of(OrderSide.class).with(OrderSide.BUY, "B", "LONG").with(OrderSide.SELL, "S", "SHORT");

    static final EnumField<PositionSide> POSITION_SIDE = of(PositionSide.class)
            .with(PositionSide.BOTH, "NET")
            .with(PositionSide.LONG, "L", "BUY")
            .with(PositionSide.SHORT, "S", "SELL");

    /** NEW is what exchanges call an accepted order; an EXPIRED stop no longer stands, as a canceled one. */
    static final EnumField<ExecutionReport.Status> REPORT_STATUS = of(ExecutionReport.Status.class)
            .with(ExecutionReport.Status.ACCEPTED, "NEW")
            .with(ExecutionReport.Status.REJECTED, "REJECT")
            .with(ExecutionReport.Status.CANCELED, "CANCELLED", "EXPIRED");

    static final EnumField<Regime> REGIME =
            of(Regime.class).with(Regime.TREND, "TRENDING").with(Regime.RANGE, "RANGE_BOUND");

    static final EnumField<RiskMode> RISK_MODE = of(RiskMode.class);

    private final Map<String, E> meanings = new HashMap<>();
    private final String expected;

    private EnumField(Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        List.of(type.getEnumConstants()).forEach(constant -> constants.put(constant.name(), constant));
        meanings.putAll(constants);
        expected = "must be " + listed(List.copyOf(constants.keySet()));
    }

    private static <E extends Enum<E>> EnumField<E> of(Class<E> type) {
        return new EnumField<>(type);
    }

    private EnumField<E> with(E meaning, String... synonyms) {
        List.of(synonyms).forEach(synonym -> meanings.put(synonym, meaning));
        return this;
    }

    @Override
    public E read(JsonValue value) throws Mismatch {
        Optional<E> meaning = value.is(JsonValue.Kind.STRING)
                ? Optional.ofNullable(meanings.get(upperCase(value.text())))
                : Optional.empty();
        return meaning.orElseThrow(() -> new Mismatch(expected));
    }

    /** ASCII only: elsewhere letters exist whose upper case is the S of SELL. */
    private static String upperCase(String text) {
        return text.chars()
                .mapToObj(c -> String.valueOf((char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)))
                .collect(Collectors.joining());
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
