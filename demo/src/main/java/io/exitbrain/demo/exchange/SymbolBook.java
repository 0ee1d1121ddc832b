package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** One symbol on the exchange: its account, and the executor of the orders that wait. */
final class SymbolBook {

    private final Account account;
    private final Executor executor;

    SymbolBook(Instrument instrument, ExchangeListener listener) {
        this.account = new Account(instrument, listener);
        this.executor = new Executor(account, listener);
    }

    Account account() {
        return account;
    }

    Executor executor() {
        return executor;
    }

    void price(BigDecimal mark, long nowMs) {
        account.mark(mark, nowMs);
        executor.match(nowMs);
    }

    /** An order of a trader, not of the engine. */
    void trade(BigDecimal quantity, String orderId, long nowMs) {
        int signBefore = account.position().sign();
        account.trade(quantity, orderId, nowMs);
        if (signBefore != 0 && account.position().sign() != signBefore) {
            executor.retire();
        }
    }
}
