package io.exitbrain.lab.history;

import io.exitbrain.topology.replay.RecordFile;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** A recording as a stream of its text. A file whose name ends with {@code .gz} is unpacked. */
final class RecordingFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Counting counting;
    private final InputStream text;

    /** {@code digest} takes the bytes of the file as they are. */
    RecordingFile(Path file, MessageDigest digest) throws IOException {
        counting = new Counting(new DigestInputStream(Files.newInputStream(file), digest));
        text = RecordFile.unpacked(file, new BufferedInputStream(counting, BUFFER));
    }

    InputStream text() {
        return text;
    }

    /** The bytes of the file that were read. */
    long bytesRead() {
        return counting.count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Counts what is read. */
    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
