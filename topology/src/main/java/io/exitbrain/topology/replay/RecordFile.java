package io.exitbrain.topology.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file of records, one JSON object a line. A name that ends with {@code .gz} is that of a gzip file. */
final class RecordFile {

    static final String GZIP = ".gz";

    private RecordFile() {}

    /** A reader that fails on bytes that are not UTF-8. */
    static BufferedReader reader(Path file) throws IOException {
        return file.toString().endsWith(GZIP) ? unzipped(Files.newInputStream(file)) : Files.newBufferedReader(file);
    }

    private static BufferedReader unzipped(InputStream bytes) throws IOException {
        try {
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(bytes), UTF_8.newDecoder()));
        } catch (IOException noGzip) {
            bytes.close();
            throw noGzip;
        }
    }
}
