package io.exitbrain.topology.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file of records, one JSON object a line. A name that ends with {@code .gz} is that of a gzip file. */
public final class RecordFile {

    static final String GZIP = ".gz";

    private static final int BUFFER = 1 << 16;

    private RecordFile() {}

    /** The text of {@code file}. */
    static InputStream open(Path file) throws IOException {
        return unpacked(file, Files.newInputStream(file));
    }

    /** The text of {@code bytes}, which are those of {@code file}. They are closed if they are no gzip file but have its name. */
    public static InputStream unpacked(Path file, InputStream bytes) throws IOException {
        try {
            return file.toString().endsWith(GZIP) ? new GZIPInputStream(bytes, BUFFER) : bytes;
        } catch (IOException noGzip) {
            bytes.close();
            throw noGzip;
        }
    }
}
