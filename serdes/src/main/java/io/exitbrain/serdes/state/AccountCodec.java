package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.Account;
import io.exitbrain.domain.plan.AccountEntry;
import io.exitbrain.domain.plan.Holding;

/** The account of a side. Not in version 1. */
final class AccountCodec implements Codec<Account> {

    static final Codec<Account> ACCOUNT = new AccountCodec();

    private static final Codec<AccountEntry> ENTRY = Codec.of(AccountCodec::writeEntry, AccountCodec::readEntry);

    @Override
    public void write(BinaryWriter out, Account account) {
        out.decimal(account.start().quantity());
        out.optional(account.start().entry(), DECIMAL);
        out.list(account.entries(), ENTRY);
        out.number(account.newestRow());
        out.number(account.settledUntil());
        out.number(account.newest());
    }

    @Override
    public Account read(BinaryReader in) {
        return new Account(
                new Holding(in.decimal(), in.optional(DECIMAL)), in.list(ENTRY), in.number(), in.number(), in.number());
    }

    private static void writeEntry(BinaryWriter out, AccountEntry entry) {
        EnumCodec.ACCOUNT_KIND.write(out, entry.kind());
        out.number(entry.time());
        out.decimal(entry.quantity());
        out.optional(entry.price(), DECIMAL);
        out.flag(entry.reduceOnly());
        out.number(entry.begin());
    }

    private static AccountEntry readEntry(BinaryReader in) {
        return new AccountEntry(
                EnumCodec.ACCOUNT_KIND.read(in),
                in.number(),
                in.decimal(),
                in.optional(DECIMAL),
                in.flag(),
                in.number());
    }
}
