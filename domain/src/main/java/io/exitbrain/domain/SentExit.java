package io.exitbrain.domain;

import java.math.BigDecimal;

/**
 * The EXIT the executor was told; {@code sentAt} is when it was last repeated, on the symbol's clock.
 *
 * @param rejected the executor refused it: it is repeated without waiting for the retry
 */
public record SentExit(
        int version, Reason reason, BigDecimal stopPrice, BigDecimal quantity, long sentAt, boolean rejected) {

    SentExit rejectedNow() {
        return new SentExit(version, reason, stopPrice, quantity, sentAt, true);
    }

    SentExit repeatedAt(long time, BigDecimal quantity) {
        return new SentExit(version, reason, stopPrice, quantity, time, false);
    }

    SentExit covering(BigDecimal quantity) {
        return new SentExit(version, reason, stopPrice, quantity, sentAt, rejected);
    }
}
