package io.exitbrain.lab.history;

import io.exitbrain.lab.hashing.Sha256;
import io.exitbrain.serdes.price.PlainPrice;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.replay.ByteLines;
import io.exitbrain.topology.replay.PriceLine;
import io.exitbrain.topology.replay.ReplayLine;
import io.exitbrain.yaml.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Reads recordings, one after the other, in the format of {@code replay}. They may also hold what the engine sent. Each record is read once.
 */
public final class HistoryReader {

    /** Progress is told once in this many lines. */
    private static final int LINES_A_STEP = 1 << 16;

    private static final Set<String> TOPICS = topics();

    private final HistorySink sink;
    private final MessageRouter router;
    private final PriceLine priceLine = new PriceLine();
    private final PlainPrice price = new PlainPrice();
    private final MessageDigest digest = Sha256.begun();
    private final ReplayLine.Parser parser = ReplayLine.Parser.ofRecording(TOPICS);
    private int line;
    private String hash = "";

    public HistoryReader(HistorySink sink) {
        this.sink = sink;
        this.router = new MessageRouter(sink);
    }

    private static Set<String> topics() {
        Set<String> topics = new HashSet<>(Topics.live().inputNames());
        topics.addAll(Topics.live().outputNames());
        return topics;
    }

    /** Reads {@code files} in this order. A line that is no record stops it; a record that cannot be used is a refusal. */
    public void read(List<Path> files) {
        long total = files.stream().mapToLong(HistoryReader::sizeOf).sum();
        long before = 0;
        for (Path file : files) {
            try (RecordingFile recording = new RecordingFile(file, digest)) {
                read(recording, before, total);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("--in: " + FileFault.of(file, unreadable), unreadable);
            }
            before += sizeOf(file);
        }
        hash = HexFormat.of().formatHex(digest.digest());
        sink.progress(1);
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--in: " + FileFault.of(file, unreadable), unreadable);
        }
    }

    private void read(RecordingFile recording, long before, long total) throws IOException {
        ByteLines lines = new ByteLines(recording.text());
        while (lines.advance()) {
            line++;
            if (isPrice(lines)) {
                parser.skip();
            } else {
                general(lines.text());
            }
            if (line % LINES_A_STEP == 0) {
                sink.progress((double) (before + recording.bytesRead()) / Math.max(1, total));
            }
        }
    }

    private boolean isPrice(ByteLines lines) {
        if (!priceLine.read(lines.bytes(), lines.start(), lines.end())
                || !price.read(priceLine.value(), priceLine.key(), priceLine.timestamp())) {
            return false;
        }
        String symbol = new String(priceLine.key(), StandardCharsets.ISO_8859_1);
        sink.price(symbol, price.unscaled(), price.scale(), price.time());
        return true;
    }

    private void general(String text) {
        if (text.isBlank()) {
            parser.skip();
        } else if (parser.parse(text) instanceof ReplayLine.Send record) {
            router.take(record, line);
        }
    }

    /** The records that could not be used. */
    public Refusals refusals() {
        return router.refusals();
    }

    /** SHA-256 of all files as they are, in hexadecimal digits. It is known once they are read. */
    public String hash() {
        return hash;
    }
}
