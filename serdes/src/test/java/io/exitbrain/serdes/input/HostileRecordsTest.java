package io.exitbrain.serdes.input;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.serdes.RandomMessages;
import io.exitbrain.serdes.Resources;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.price.MarkPriceReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Mutated records of all dialects on all inputs: each is a message, a skip or a refusal, never an exception, and a message that goes round
 * is accepted on its own topic. {@code -Dhostile.records=1000000} reads a million, {@code -Dhostile.seed=7} others.
 */
class HostileRecordsTest {

    private static final int RECORDS = Integer.getInteger("hostile.records", 8_000);
    private static final long SEED = Long.getLong("hostile.seed", 20261126);
    private static final int MAX_REASON = 600;

    private static final Pattern SCALAR = Pattern.compile("(?<=:)(\"[^\"]*\"|-?[0-9.]+|true|false|null)");
    private static final Pattern NAME = Pattern.compile("\"[A-Za-z_]+\"(?=:)");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "0",
            "-1",
            "\"-0.5\"",
            "1e400",
            "\"NaN\"",
            "\"Infinity\"",
            "1e-400",
            "\"1e99999999999\"",
            "99999999999999999999999999999999999999999999999999999999999999999999999",
            "[]",
            "{}",
            "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"一二三\"",
            "\"BTCUSDT/LONG\"",
            "\"btcusdt\"",
            "1764000000",
            "1764000000000000",
            "\"1764000000.5\"",
            "{\"a\":{\"P\":[{\"s\":1}]}}",
            "\"TRADE\"",
            "\"LONG\"",
            "\"SELL\"");

    private static final String GRAIN = "{}[]\",:.-+eE0159 \n\t\\pstuln\u0000é😀";

    private static final Map<MessageKind, MessageReader<?>> READERS = Map.of(
            MessageKind.ORDER_FILL, new OrderFillReader(),
            MessageKind.POSITION, new PositionReader(),
            MessageKind.MARK_PRICE, new MarkPriceReader(),
            MessageKind.EXECUTION_REPORT, new ExecutionReportReader(),
            MessageKind.INSTRUMENT, new InstrumentReader());

    private final List<String> originals = Stream.of("binance", "bybit", "okx", "hyperliquid", "ccxt", "exit-brain")
            .flatMap(dialect -> Resources.text("dialects/" + dialect + ".jsonl").lines())
            .map(line -> line.substring(line.indexOf("\"value\":") + 8, line.lastIndexOf(",\"want\":")))
            .toList();

    private final ExchangeEventReader events = new ExchangeEventReader();
    private final MessageReader<ExitContext> contexts = new ExitContextReader();
    private int messages;
    private int skips;
    private int refusals;

    @Test
    void shouldReadAnyRecordAsAMessageOrASkipOrARefusal() {
        System.out.println("HostileRecordsTest seed " + SEED);
        Random random = new Random(SEED);

        for (int i = 0; i < RECORDS; i++) {
            byte[] value = record(random);
            String what = "seed %d, record %d: %s".formatted(SEED, i, new String(value, StandardCharsets.UTF_8));
            try {
                events.read(null, value, NOW).forEach(element -> check(element, what));
                READERS.values().forEach(reader -> check(reader.read("ETHUSDT", value, NOW), what));
                check(contexts.read("ETHUSDT", value, NOW), what);
            } catch (RuntimeException e) {
                throw new AssertionError(what, e);
            }
        }

        assertThat(List.of(messages, skips, refusals))
                .as("messages, skips, refusals")
                .allMatch(count -> count > RECORDS / 50);
    }

    private void check(Reading<?> reading, String what) {
        reading.fold(accepted -> true, refused -> isReason(refused.reason(), what), skipped -> true, several -> {
            several.elements().forEach(element -> check(element, what));
            return true;
        });
    }

    private void check(Element element, String what) {
        element.fold(
                message -> isAccepted(message, what),
                skipped -> skips++ >= 0,
                refused -> refusals++ >= 0 && isReason(refused.reason(), what));
    }

    private boolean isAccepted(Element.Message message, String what) {
        messages++;
        Reading<?> again = Objects.requireNonNull(READERS.get(message.kind()))
                .read(message.symbol(), message.canonicalJson(), NOW);
        assertThat(again).as(what).isInstanceOf(Reading.Accepted.class);
        assertThat(Symbols.isSymbol(bytes(message.symbol()))).as(what).isTrue();
        return true;
    }

    private static boolean isReason(String reason, String what) {
        assertThat(reason).as(what).isNotBlank().hasSizeLessThan(MAX_REASON).doesNotContain("\n", "Exception");
        return true;
    }

    private byte[] record(Random random) {
        String json = random.nextInt(6) == 0
                ? RandomMessages.of(
                        random, pick(random, List.of("order-fills", "positions", "mark-prices", "exit-context")))
                : pick(random, originals);
        for (int i = random.nextInt(4); i > 0; i--) {
            json = mutated(random, json);
        }
        byte[] value = bytes(json);
        if (random.nextInt(12) == 0 && value.length > 0) {
            value[random.nextInt(value.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(15) == 0 ? Arrays.copyOf(value, random.nextInt(value.length + 1)) : value;
    }

    private String mutated(Random random, String json) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> replaced(random, json, SCALAR, pick(random, VALUES));
            case 3 -> replaced(random, json, NAME, anyName(random));
            case 4 -> withField(random, json);
            case 5 ->
                "{\"" + pick(random, List.of("data", "payload", "o", "a")) + "\":" + json
                        + ",\"stream\":\"x\",\"schema\":{}}";
            case 6 -> "[" + json + "," + pick(random, originals) + "]";
            case 7 -> "[".repeat(random.nextInt(30)) + json;
            default -> withGrain(random, json);
        };
    }

    private String anyName(Random random) {
        List<String> names = NAME.matcher(pick(random, originals))
                .results()
                .map(name -> name.group())
                .toList();
        return names.isEmpty() ? "\"x\"" : pick(random, names);
    }

    /** Adds a field, which may be there already. */
    private String withField(Random random, String json) {
        return json.startsWith("{")
                ? "{" + anyName(random) + ":" + pick(random, VALUES) + "," + json.substring(1)
                : json;
    }

    private static String withGrain(Random random, String json) {
        int at = random.nextInt(json.length() + 1);
        return json.substring(0, at) + GRAIN.charAt(random.nextInt(GRAIN.length())) + json.substring(at);
    }

    private static String replaced(Random random, String json, Pattern what, String with) {
        List<int[]> places = new ArrayList<>();
        what.matcher(json).results().forEach(place -> places.add(new int[] {place.start(), place.end()}));
        if (places.isEmpty()) {
            return json;
        }
        int[] place = pick(random, places);
        return json.substring(0, place[0]) + with + json.substring(place[1]);
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
