package io.exitbrain.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;

/** Parses YAML with exact decimals; a key given twice is a fault. */
public final class YamlFile {

    private static final ObjectMapper YAML = new YAMLMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private YamlFile() {}

    /** The content of a file; a missing node if the file is empty. {@code source} names the file in {@link InvalidFile}. */
    public static JsonNode parse(String source, String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            return tree.isNull() ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException notYaml) {
            throw new InvalidFile(source, List.of(fault(notYaml)));
        }
    }

    private static String fault(JsonProcessingException notYaml) {
        return "is not readable YAML: %s (line %d)"
                .formatted(
                        firstLine(notYaml.getOriginalMessage()),
                        notYaml.getLocation().getLineNr());
    }

    // the other lines quote the file, which may contain secrets
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
