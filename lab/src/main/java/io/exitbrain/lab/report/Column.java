package io.exitbrain.lab.report;

import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.measures.Share;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.view.Row;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a table of policies.
 *
 * @param meaning what its numbers are, for those who do not know the word
 */
record Column(String head, String meaning, Function<Row, String> cell) {

    static Column of(String head, String meaning, Function<PolicyMeasures, String> cell) {
        return new Column(head, meaning, row -> cell.apply(row.measures()));
    }

    static Column known(String head, String meaning, int decimals, Function<PolicyMeasures, Optional<Double>> number) {
        return of(head, meaning, measures -> Format.orUnknown(number.apply(measures), n -> Format.fixed(n, decimals)));
    }

    static Column share(String head, String meaning, Function<PolicyMeasures, Share> share) {
        return of(
                head,
                meaning,
                measures -> Format.orUnknown(share.apply(measures).value(), Format::percent));
    }
}
