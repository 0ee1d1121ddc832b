package io.exitbrain.health.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;

/** Parses YAML; a key given twice is a fault. */
final class YamlText {

    private static final ObjectMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private YamlText() {}

    /** The content of a file, empty where it says nothing; {@code source} names it in the error. */
    static JsonNode parse(String source, String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            return tree.isNull() ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException notYaml) {
            throw new InvalidSettings(
                    source,
                    List.of("is not readable YAML: %s (line %d)"
                            .formatted(
                                    firstLine(notYaml.getOriginalMessage()),
                                    notYaml.getLocation().getLineNr())));
        }
    }

    // the lines after it quote the file, and with it whatever secret stands there
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
