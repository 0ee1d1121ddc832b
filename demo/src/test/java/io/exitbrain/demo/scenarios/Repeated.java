package io.exitbrain.demo.scenarios;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.demo.audit.Line;
import java.util.List;
import java.util.stream.IntStream;

/** An input line that stands for many: {@code "times":1000} repeats it a millisecond later each time. */
final class Repeated {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Repeated() {}

    static List<Line> lines(String text) {
        try {
            ObjectNode fields = (ObjectNode) JSON.readTree(text);
            int times = fields.has("times") ? fields.remove("times").intValue() : 1;
            Line line = Line.parse(fields.toString());
            return IntStream.range(0, times)
                    .mapToObj(i -> line.at(line.timestamp() + i))
                    .toList();
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(text, notJson);
        }
    }
}
