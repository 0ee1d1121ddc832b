package io.exitbrain.topology.flow;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The record that a message first came in. A message that is sent to another topic or partition carries it as a header. */
public record Origin(String topic, int partition, long offset) {

    /** The header with the value {@code topic-partition@offset}. */
    static final String HEADER = "exit-brain-origin";

    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

    /** The origin in {@code headers}; empty if there is none or it is malformed. */
    public static Optional<Origin> in(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(new String(header.value(), StandardCharsets.UTF_8));
        return form.matches()
                ? Optional.of(new Origin(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    byte[] asHeader() {
        return "%s-%d@%d".formatted(topic, partition, offset).getBytes(StandardCharsets.UTF_8);
    }
}
