package io.exitbrain.serdes.input;

import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import io.exitbrain.serdes.json.FieldType;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Mismatch;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An enum field: its constants and their synonyms, in any case. This file has every accepted synonym. */
final class EnumField<E extends Enum<E>> implements FieldType<E> {

    static final EnumField<OrderSide> ORDER_SIDE =
            of(OrderSide.class).with(OrderSide.BUY, "B", "LONG").with(OrderSide.SELL, "S", "SHORT");

    static final EnumField<PositionSide> POSITION_SIDE = of(PositionSide.class)
            .with(PositionSide.BOTH, "NET")
            .with(PositionSide.LONG, "L", "BUY")
            .with(PositionSide.SHORT, "S", "SELL");

    /** The words of the exchanges. A partly filled or triggered order works; an expired one no longer stands, like a canceled one. */
    static final EnumField<ExecutionReport.Status> REPORT_STATUS = of(ExecutionReport.Status.class)
            .with(
                    ExecutionReport.Status.ACCEPTED,
                    "NEW",
                    "OPEN",
                    "LIVE",
                    "UNTRIGGERED",
                    "TRIGGERING",
                    "TRIGGERED",
                    "EFFECTIVE",
                    "PARTIALLY_FILLED",
                    "PARTIALLYFILLED")
            .with(ExecutionReport.Status.REJECTED, "REJECT", "ORDER_FAILED")
            .with(
                    ExecutionReport.Status.CANCELED,
                    "CANCELLED",
                    "EXPIRED",
                    "EXPIRED_IN_MATCH",
                    "DEACTIVATED",
                    "PARTIALLYFILLEDCANCELED",
                    "MMP_CANCELED");

    static final EnumField<Regime> REGIME =
            of(Regime.class).with(Regime.TREND, "TRENDING").with(Regime.RANGE, "RANGE_BOUND");

    static final EnumField<RiskMode> RISK_MODE = of(RiskMode.class);

    private final Map<String, E> constantsByName = new HashMap<>();
    private final String expected;

    private EnumField(Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        List.of(type.getEnumConstants()).forEach(constant -> constants.put(constant.name(), constant));
        constantsByName.putAll(constants);
        expected = "must be " + listed(List.copyOf(constants.keySet()));
    }

    private static <E extends Enum<E>> EnumField<E> of(Class<E> type) {
        return new EnumField<>(type);
    }

    private EnumField<E> with(E constant, String... synonyms) {
        List.of(synonyms).forEach(synonym -> constantsByName.put(synonym, constant));
        return this;
    }

    @Override
    public E read(JsonValue value) throws Mismatch {
        Optional<E> constant = value.is(JsonValue.Kind.STRING)
                ? Optional.ofNullable(constantsByName.get(upperCase(value.text())))
                : Optional.empty();
        return constant.orElseThrow(() -> new Mismatch(expected));
    }

    /** ASCII only, because Unicode has other letters whose upper case is the S of SELL. */
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
