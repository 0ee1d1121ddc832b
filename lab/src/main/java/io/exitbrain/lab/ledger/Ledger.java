package io.exitbrain.lab.ledger;

import io.exitbrain.lab.guard.History;
import io.exitbrain.lab.ledger.Entry.Look;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was ever tried, one JSON line for each look, in a file that only grows. Without it nobody knows how many tries
 * the best one is the best of.
 */
public final class Ledger {

    private final Path file;

    private Ledger(Path file) {
        this.file = file;
    }

    /** A file that does not exist is an empty ledger. */
    public static Ledger in(Path file) {
        return new Ledger(file);
    }

    /**
     * What was looked at before on an input.
     *
     * @param input hash of the input
     * @param present hashes of the configurations that are tried now; they do not count as others
     * @throws InvalidFile if a line is no entry; it names each such line
     */
    public History historyOf(String input, Collection<String> present) {
        Set<String> others = new HashSet<>();
        int looks = 0;
        for (Entry entry : entries()) {
            if (entry.input().equals(input)) {
                others.addAll(entry.configurations());
                looks += entry.look() == Look.HOLDOUT ? 1 : 0;
            }
        }
        others.removeAll(Set.copyOf(present));
        return new History(others.size(), looks);
    }

    /**
     * All entries, the oldest first.
     *
     * @throws InvalidFile if a line is no entry; it names each such line
     */
    public List<Entry> entries() {
        List<String> lines = lines();
        List<Entry> entries = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                entries.add(LedgerLine.parse(lines.get(i)));
            } catch (IllegalArgumentException broken) {
                faults.add("line %d: %s".formatted(i + 1, broken.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidFile(file.toString(), faults);
        }
        return entries;
    }

    private List<String> lines() {
        String text = text();
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new InvalidFile(file.toString(), List.of("the last line is not complete: it has no end of line"));
        }
        return text.lines().toList();
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidFile(file.toString(), List.of("the file is not UTF-8"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the ledger " + file, unreadable);
        }
    }

    /**
     * Adds an entry at the end. Other processes that append wait meanwhile.
     *
     * @throws InvalidFile if a line is no entry; nothing is written then
     * @throws UncheckedIOException if the file cannot be written
     */
    public void append(Entry entry) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.lock(); // until it is closed
            entries();
            write(channel, StandardCharsets.UTF_8.encode(LedgerLine.of(entry) + "\n"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the ledger " + file, unwritable);
        }
    }

    private static void write(FileChannel channel, ByteBuffer line) throws IOException {
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(true);
    }
}
