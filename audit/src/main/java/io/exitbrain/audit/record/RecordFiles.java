package io.exitbrain.audit.record;

import io.exitbrain.yaml.FileFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Records from files. In one file without offsets each output stands after its input. In several files, or in a file with offsets, the
 * order of each topic counts, and what belongs together is found by the causes that events name.
 */
public final class RecordFiles {

    private final List<Path> files;

    public RecordFiles(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Whether outputs are found by their causes, and not by the order of the lines. Reads the begin of the first file. */
    public boolean haveCoordinates() {
        if (files.size() > 1) {
            return true;
        }
        try (BufferedReader reader = open(files.get(0))) {
            RecordLines lines = new RecordLines(files.get(0).toString());
            Optional<AuditRecord> first = Optional.empty();
            for (String line = reader.readLine(); line != null && first.isEmpty(); line = reader.readLine()) {
                first = parsed(lines, line).filter(record -> !record.isClock());
            }
            return first.flatMap(AuditRecord::coordinates).isPresent();
        } catch (IOException unreadable) {
            throw unreadable(files.get(0), unreadable);
        }
    }

    /** Passes on the records in the order of the lines. */
    public void inOrder(Consumer<AuditRecord> sink) {
        for (Path file : files) {
            read(file, sink);
        }
    }

    /** Passes on the records with coordinates, by timestamp; those of {@code instruments} first. All are in memory. Records without offsets are counted from 0 in each topic. */
    public void byTime(Consumer<AuditRecord> sink) {
        RecordMerge merge = new RecordMerge();
        Map<String, Long> offsets = new HashMap<>();
        inOrder(record -> {
            if (!record.isClock()) {
                AuditRecord placed = record.coordinates().isPresent() ? record : counted(record, offsets);
                Coordinates at = placed.coordinates().orElseThrow();
                if (at.topic().equals("instruments")) {
                    sink.accept(placed);
                } else {
                    merge.add(at.topic() + "-" + at.partition(), placed);
                }
            }
        });
        merge.pass(any -> true, sink);
    }

    /** Which offsets of each partition the files have. */
    public Extent extent() {
        Map<String, Coordinates> first = new TreeMap<>();
        Map<String, Long> last = new HashMap<>();
        inOrder(record -> record.coordinates().ifPresent(at -> {
            first.putIfAbsent(at.topic() + "-" + at.partition(), at);
            last.put(at.topic() + "-" + at.partition(), at.offset());
        }));
        return new Extent(first.values().stream().filter(at -> at.offset() > 0).toList(), last);
    }

    /**
     * The offsets that files have.
     *
     * @param begins the first record of each topic and partition that does not begin with offset 0
     * @param last the last offset of each {@code topic-partition}
     */
    public record Extent(List<Coordinates> begins, Map<String, Long> last) {

        public Extent {
            begins = List.copyOf(begins);
            last = Map.copyOf(last);
        }

        /** Whether a record came after the end of the files: what it caused cannot be judged. */
        public boolean isBeyond(Coordinates at) {
            return at.offset() > last.getOrDefault(at.topic() + "-" + at.partition(), Long.MAX_VALUE);
        }
    }

    private static AuditRecord counted(AuditRecord record, Map<String, Long> offsets) {
        long offset = offsets.merge(record.topic(), 1L, Long::sum) - 1;
        return record.at(new Coordinates(record.topic(), 0, offset));
    }

    private static void read(Path file, Consumer<AuditRecord> sink) {
        RecordLines lines = new RecordLines(file.toString());
        try (BufferedReader reader = open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                parsed(lines, line).ifPresent(sink);
            }
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static Optional<AuditRecord> parsed(RecordLines lines, String line) {
        if (line.isBlank()) {
            lines.skip();
            return Optional.empty();
        }
        return Optional.of(lines.parse(line));
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    private static UncheckedIOException unreadable(Path file, IOException failure) {
        return new UncheckedIOException("--records: " + FileFault.of(file, failure), failure);
    }
}
