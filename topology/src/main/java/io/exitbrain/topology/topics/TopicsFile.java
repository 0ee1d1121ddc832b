package io.exitbrain.topology.topics;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every topic the product knows, as {@code topics.yaml} declares them. */
public record TopicsFile(List<TopicSpec> topics) {

    private static final String RESOURCE = "/topics.yaml";

    public TopicsFile {
        topics = List.copyOf(topics);
    }

    /** The file that ships with the product. */
    public static TopicsFile packaged() {
        try (InputStream in = Objects.requireNonNull(TopicsFile.class.getResourceAsStream(RESOURCE))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "topics.yaml");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of one's own; {@link InvalidTopicsFile} names every fault in it. */
    public static TopicsFile at(Path file) throws IOException {
        return parse(Files.readString(file), file.toString());
    }

    static TopicsFile parse(String yaml, String source) {
        return new TopicsFileReader(source).read(yaml);
    }

    /** The same topics with those the engine writes under other names: {@code shadow.} gives {@code shadow.exit-plans}. */
    public TopicsFile withOutputPrefix(String prefix) {
        return new TopicsFile(topics.stream()
                .map(topic -> topic.role().isWrittenByEngine() ? topic.named(prefix + topic.name()) : topic)
                .toList());
    }

    public Optional<TopicSpec> topic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return topics.stream().map(TopicSpec::name).toList();
    }

    /** The topics that must have equal partition counts, by the name of their group. */
    public Map<String, List<TopicSpec>> groups() {
        return topics.stream().collect(groupingBy(TopicSpec::group, LinkedHashMap::new, Collectors.toList()));
    }
}
