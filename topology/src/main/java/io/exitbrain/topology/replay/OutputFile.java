package io.exitbrain.topology.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exitbrain.yaml.FileFault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * A file of records that a command writes. A new file beside the target takes the lines and replaces the target once all are written, so
 * that a command that stops leaves the target as it was. A target that is no regular file, such as {@code /dev/stdout} or a pipe, is
 * written directly. A name that ends with {@code .gz} gets a gzip file.
 */
public final class OutputFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path target;
    private final Path written;
    private final BufferedWriter writer;
    private boolean complete;

    /** The output cannot be written; the message names the file. */
    public static final class NotWritable extends IOException {

        private static final long serialVersionUID = 1L;

        NotWritable(Path file, IOException cause) {
            super(FileFault.of(file, cause), cause);
        }

        NotWritable(String message) {
            super(message);
        }
    }

    private OutputFile(Path target, Path written, BufferedWriter writer) {
        this.target = target;
        this.written = written;
        this.writer = writer;
    }

    /** Throws {@link NotWritable} if {@code out} is the file {@code in}, also through a link, or is not writable. */
    public static OutputFile at(Path out, Path in) throws IOException {
        if (Files.exists(out) && Files.isSameFile(out, in)) {
            throw new NotWritable(out + " is the file of --in: choose another file, or the records would be lost");
        }
        return at(out);
    }

    /** Throws {@link NotWritable} if {@code out} is not writable. */
    public static OutputFile at(Path out) throws NotWritable {
        try {
            // A link stays a link: the file behind it is replaced.
            Path target = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath();
            requireFolder(target);
            Path written = Files.exists(target) && !Files.isRegularFile(target) ? target : beside(target);
            return new OutputFile(target, written, writer(out, written));
        } catch (NotWritable noFolder) {
            throw noFolder;
        } catch (IOException failure) {
            throw new NotWritable(out, failure);
        }
    }

    private static BufferedWriter writer(Path out, Path written) throws IOException {
        return out.toString().endsWith(RecordFile.GZIP)
                ? new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(written), BUFFER_BYTES), UTF_8.newEncoder()))
                : Files.newBufferedWriter(written);
    }

    private static void requireFolder(Path target) throws NotWritable {
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NotWritable("the folder " + folder + " does not exist");
        }
    }

    private static Path beside(Path target) {
        return target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    public Writer writer() {
        return writer;
    }

    /** Puts the lines in the place of the target. */
    public void complete() throws NotWritable {
        try {
            writer.close();
            if (!written.equals(target)) {
                replaceTarget();
            }
            complete = true;
        } catch (IOException failure) {
            throw new NotWritable(target, failure);
        }
    }

    private void replaceTarget() throws IOException {
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
        if (!complete && !written.equals(target)) {
            Files.deleteIfExists(written);
        }
    }
}
