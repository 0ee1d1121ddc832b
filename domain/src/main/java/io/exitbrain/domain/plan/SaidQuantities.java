package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The quantities that an account says in the window of a row: the one at the beginning of the window, and the one after every entry inside
 * it (rule 1). What lies before a standing row whose own time is not after the beginning is not said in the window.
 *
 * @param quantities signed, in the order of the entries; never empty
 */
record SaidQuantities(List<BigDecimal> quantities) {

    static SaidQuantities of(
            Holding start, List<AccountEntry> entries, AccountEntry row, PositionSide side, long settleMs) {
        List<BigDecimal> said = new ArrayList<>();
        boolean isWithin = false;
        Holding holding = start;
        for (AccountEntry entry : entries) {
            if (entry.time() > row.time()) {
                break;
            }
            if (entry.time() > row.begin() && !isWithin) {
                said.add(holding.quantity());
                isWithin = true;
            }
            holding = holding.after(entry, side);
            if (entry.kind() == AccountEntry.Kind.ROW && entry.begin() + settleMs <= row.begin()) {
                said.clear();
            }
            if (isWithin && entry.kind() != AccountEntry.Kind.CORRECTION) {
                said.add(holding.quantity());
            }
        }
        return new SaidQuantities(said.isEmpty() ? List.of(holding.quantity()) : said);
    }

    boolean include(BigDecimal quantity) {
        return quantities.stream().anyMatch(value -> Account.isSame(value, quantity));
    }

    boolean change() {
        return quantities.size() > 1;
    }

    BigDecimal last() {
        return quantities.get(quantities.size() - 1);
    }
}
