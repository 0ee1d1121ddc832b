package io.exitbrain.serdes.input;

import static io.exitbrain.serdes.Readings.NOW;
import static io.exitbrain.serdes.Readings.accepted;
import static io.exitbrain.serdes.Readings.bytes;
import static io.exitbrain.serdes.Readings.elements;
import static io.exitbrain.serdes.Readings.json;
import static io.exitbrain.serdes.Readings.refusal;
import static io.exitbrain.serdes.Readings.sentRound;
import static io.exitbrain.serdes.Readings.shouldBeRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a keyed topic makes of records that are not one message of its own. */
class GateTest {

    private static final String FILL = "{'symbol':'BTCUSDT','side':'BUY','price':'1','quantity':'1','fillId':'7'}";
    private static final String ORDER =
            "{'e':'ORDER_TRADE_UPDATE','E':1764000000000,'o':{'s':'BTCUSDT','S':'SELL','x':'%s','X':'%s','i':1,'t':2,'l':'%s','L':'%s','c':'3F8Q2M4XK0H7ZD9A-12','sp':'9'}}";

    private final OrderFillReader fills = new OrderFillReader();
    private final PositionReader positions = new PositionReader();
    private final ExecutionReportReader reports = new ExecutionReportReader();
    private final GeneralMarkPriceReader prices = new GeneralMarkPriceReader();

    @Test
    void shouldTakeTheExecutionOfACommandInPlaceOnBothTopics() {
        byte[] executed = json(ORDER.formatted("TRADE", "FILLED", "1", "10"));

        assertThat(accepted(fills.read("BTCUSDT", executed, NOW)).fillId()).contains("2");
        assertThat(accepted(reports.read("BTCUSDT", executed, NOW)).commandId()).isEqualTo("3F8Q2M4XK0H7ZD9A-12");
        assertThat(elements(positions.read("BTCUSDT", executed, NOW))).hasSize(2);
    }

    @Test
    void shouldSendAMessageOfAnotherKindToItsTopic() {
        byte[] accepted = json(ORDER.formatted("NEW", "NEW", "0", "0"));
        byte[] row = json(
                "{'e':'ACCOUNT_UPDATE','E':1764000000000,'a':{'P':[{'s':'BTCUSDT','pa':'1','ep':'2','ps':'BOTH'}]}}");

        assertThat(sentRound(fills.read("BTCUSDT", accepted, NOW)).kind()).isEqualTo(MessageKind.EXECUTION_REPORT);
        assertThat(sentRound(fills.read("BTCUSDT", row, NOW)).kind()).isEqualTo(MessageKind.POSITION);
        assertThat(sentRound(prices.read("BTCUSDT", row, NOW)).kind()).isEqualTo(MessageKind.POSITION);
    }

    @Test
    void shouldNotSendAFillByOurNamesToAnotherTopic() {
        shouldBeRefused(positions.read("BTCUSDT", json(FILL), NOW), "a fill on positions: send it to order-fills");
        assertThat(refusal(prices.read("BTCUSDT", json(FILL), NOW))).contains("no mark price");
    }

    @Test
    void shouldNotReadATradeWithItsMarkPriceAsAMarkPrice() {
        shouldBeRefused(
                fills.read("BTCUSDT", json("{'price':95000,'mark_price':95000,'amount':10,'direction':'buy'}"), NOW),
                "side is missing");
    }

    @Test
    void shouldSendEachElementOfAnArrayRound() {
        List<Element> elements = elements(fills.read(
                "BTCUSDT",
                json("[%s,{'e':'TRADE_LITE'},{'side':'BUY','price':1,'quantity':1},7]".formatted(FILL)),
                NOW));

        assertThat(elements).hasSize(4);
        assertThat(elements.get(0)).isInstanceOf(Element.Message.class);
        assertThat(elements.get(1)).isEqualTo(new Element.Skipped("binance", "TRADE_LITE"));
        assertThat(elements.get(2)).isEqualTo(new Element.Refused("symbol is missing"));
        assertThat(elements.get(3)).isEqualTo(new Element.Refused("an element must be a JSON object, was 7"));
    }

    @Test
    void shouldReadAnArrayOfOneMessageUnderItsKeyInPlace() {
        assertThat(accepted(fills.read("BTCUSDT", json("[" + FILL + "]"), NOW)).fillId())
                .contains("7");
    }

    @Test
    void shouldRefuseAnEmptyList() {
        shouldBeRefused(positions.read("BTCUSDT", bytes("[]"), NOW), "value must be a JSON object, was an empty array");
    }

    @Test
    void shouldRefuseAnExecutedOrderAmongFills() {
        assertThat(refusal(fills.read(
                        "BTCUSDT",
                        json(
                                "{'symbol':'BTCUSDT','orderStatus':'Filled','cumExecQty':'1','side':'Buy','price':'1','qty':'1'}"),
                        NOW)))
                .isEqualTo(
                        "bybit: an order is no fill (its price and quantity are what was ordered): send each execution");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status':'NEW'",
                "'fillId':'1','status':'CANCELED'",
                "'order_status':'open'",
                "'type':'market'",
                "'order-type':'LIMIT'",
                "'filled_qty':'0'",
                "'timeInForce':'GTC'"
            })
    void shouldRefuseAnOrderByOurNames(String field) {
        assertThat(refusal(
                        fills.read("BTCUSDT", json("{'side':'BUY','price':1,'quantity':1,%s}".formatted(field)), NOW)))
                .contains("is an order, and no fill");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'fillId':'1','status':'FILLED'",
                "'fillId':'1','orderType':'LIMIT'",
                "'__deleted':'false','__op':'c'",
                "'note':{'a':1}"
            })
    void shouldIgnoreWhatDoesNotChangeTheMeaningOfAFill(String field) {
        Fill fill =
                accepted(fills.read("BTCUSDT", json("{'side':'BUY','price':1,'quantity':1,%s}".formatted(field)), NOW));

        assertThat(fill.quantity()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\\u0000\\u0000\\u0000\\u0000\\u0007{'symbol':'BTCUSDT'} | Schema-Registry frame",
                "\\u0000\\u0000\\u0000\\u0000\\u0007\\u000eBTCUSDT | Avro or Protobuf in a Schema-Registry frame",
                "Obj\\u0001\\u0004 | Avro file",
                "'{}' | JSON in quotes",
                "{'price':'AIjyAA==','side':'BUY','quantity':1} | decimal.format=NUMERIC",
                "{'specversion':'1.0','type':'t','source':'s'} | an envelope without content",
                "{'specversion':'1.0','type':'t','source':'s','data_base64':'e30='} | data_base64",
                "{'schema':null,'payload':null} | side is missing",
                "{'schema':{},'payload':null} | an envelope without content",
                "{'before':null,'after':{},'op':'c'} | ExtractNewRecordState",
            })
    void shouldNameWhatTheRecordIsAndWhatToDo(String value, String reason) {
        String text = value.replace("\\u0000", "\u0000")
                .replace("\\u0007", "\u0007")
                .replace("\\u0001", "\u0001")
                .replace("\\u000e", "\u000e")
                .replace("\\u0004", "\u0004");

        assertThat(refusal(fills.read("BTCUSDT", json(text), NOW))).contains(reason);
    }

    @Test
    void shouldReadPastAByteOrderMark() {
        assertThat(accepted(fills.read("BTCUSDT", json("\uFEFF" + FILL), NOW)).fillId())
                .contains("7");
    }
}
