package io.exitbrain.serdes.feed;

import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.util.Optional;

/** Messages of a connection and not of a market: answers to subscriptions, heartbeats, errors. */
final class ControlMessages {

    private ControlMessages() {}

    /**
     * The verdict on a message of the connection; empty if {@code payload} is none.
     *
     * @throws Refusal if it reports an error
     */
    static Optional<Verdict> verdictOn(Payload payload) {
        refuseErrors(payload);
        return kindOf(payload).map(kind -> Verdict.skipped(dialectOf(payload), kind));
    }

    private static Optional<String> kindOf(Payload payload) {
        if (payload.has("op")
                && !payload.has("data")
                && payload.hasAny("success", "ret_msg", "retMsg", "req_id", "conn_id")) {
            return payload.text("op");
        }
        if (payload.has("arg") && payload.has("event") && !payload.has("data")) {
            return payload.text("event");
        }
        boolean isAnswer = payload.fields().containsKey("result")
                && payload.fields().containsKey("id")
                && payload.fields().size() == 2;
        boolean isHeartbeat = payload.text("channel")
                .filter(name -> name.equals("pong") || name.equals("subscriptionResponse"))
                .isPresent();
        return isAnswer || isHeartbeat ? Optional.of("answer to a subscription") : Optional.empty();
    }

    private static String dialectOf(Payload payload) {
        if (payload.has("op")) {
            return "bybit";
        }
        if (payload.has("channel")) {
            return "hyperliquid";
        }
        return payload.has("event") ? "okx" : "binance";
    }

    private static void refuseErrors(Payload payload) {
        refuseCode(payload, "retCode", "retMsg");
        boolean hasMessage = payload.has("msg") && payload.fields().size() <= 5 && payload.hasAny("code");
        if (hasMessage && !payload.hasAny("instId", "ordId", "clOrdId")) {
            refuseCode(payload, "code", "msg");
        }
        boolean isFailed = payload.value("success")
                .filter(value -> value.text().equals("false"))
                .isPresent();
        if (isFailed && payload.has("op")) {
            throw new Refusal(
                    "an error of the exchange: " + payload.text("ret_msg").orElse("no message"));
        }
    }

    private static void refuseCode(Payload payload, String code, String message) {
        boolean isError = payload.value(code)
                .map(JsonValue::text)
                .filter(value -> !value.equals("0") && !value.equals("200"))
                .isPresent();
        if (isError) {
            throw new Refusal("an error of the exchange: %s %s"
                    .formatted(
                            payload.text(code).orElse(""), payload.text(message).orElse("")));
        }
    }
}
