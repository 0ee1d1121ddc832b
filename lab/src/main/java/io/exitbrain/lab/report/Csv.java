package io.exitbrain.lab.report;

import java.math.BigDecimal;
import java.util.List;

/** Lines of comma-separated values by RFC 4180, each ended by a line feed. For one thread. */
final class Csv {

    private final StringBuilder text = new StringBuilder();

    /** A number without an exponent, as short as it identifies the value. */
    static String number(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    Csv line(List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
        }
        text.append('\n');
        return this;
    }

    private static String quoted(String field) {
        boolean isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
