package io.exitbrain.lab.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Lines of comma-separated values by RFC 4180, each ended by a line feed. For one thread. */
final class Csv {

    private final Appendable out;

    Csv(Appendable out) {
        this.out = out;
    }

    /** A number without an exponent, as short as it identifies the value. */
    static String number(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    void line(List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
        }
        out.append('\n');
    }

    private static String quoted(String field) {
        boolean isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
