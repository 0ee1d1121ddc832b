package io.exitbrain.topology.topics;

import static java.util.stream.Collectors.groupingBy;

import io.exitbrain.yaml.InvalidFile;
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

    /** The topics file that is packaged with the product. */
    public static TopicsFile packaged() {
        try (InputStream in = Objects.requireNonNull(TopicsFile.class.getResourceAsStream(RESOURCE))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "topics.yaml");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads {@code file}; throws {@link InvalidFile} with every fault. */
    public static TopicsFile at(Path file) throws IOException {
        return parse(Files.readString(file), file.toString());
    }

    static TopicsFile parse(String yaml, String source) {
        return new TopicsFileReader(source).read(yaml);
    }

    /** These topics with a prefix on the names of those that the engine writes: {@code shadow.} gives {@code shadow.exit-plans}. */
    public TopicsFile withOutputPrefix(String prefix) {
        return new TopicsFile(topics.stream()
                .map(topic -> topic.role().isWrittenByEngine() ? topic.named(prefix + topic.name()) : topic)
                .toList());
    }

    /** This file; throws {@link InvalidFile} that names {@code source} if it lacks one of {@code needed}. */
    public TopicsFile requiring(List<String> needed, String source) {
        List<String> missing = needed.stream()
                .filter(name -> topic(name).isEmpty())
                .map(name -> "topics." + name + ": is missing, the engine needs it")
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidFile(source, missing);
        }
        return this;
    }

    public Optional<TopicSpec> topic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return topics.stream().map(TopicSpec::name).toList();
    }

    /** The topics by group. All topics of a group must have equal partition counts. */
    public Map<String, List<TopicSpec>> groups() {
        return topics.stream().collect(groupingBy(TopicSpec::group, LinkedHashMap::new, Collectors.toList()));
    }
}
