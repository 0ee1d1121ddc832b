package io.exitbrain.topology.takeover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The identity of an instance on disk, so that its next life can end what this one leaves open. It exists while the
 * process runs, and after a crash.
 */
final class IdentityFile {

    private static final Logger log = LoggerFactory.getLogger(IdentityFile.class);

    private final Path file;

    /** The file of {@code application} in the state folder. */
    IdentityFile(Path stateDir, String application) {
        this.file = stateDir.resolve(application + ".identity.json");
    }

    /** The identity of the last life; empty if it closed, or if the file cannot be read. */
    Optional<Identity> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            Optional<Identity> found = Identity.in(Files.readString(file));
            if (found.isEmpty()) {
                log.warn(
                        "{} is not readable and is replaced: the brokers end by themselves what a crash left open",
                        file);
            }
            return found;
        } catch (IOException unreadable) {
            throw failed(unreadable);
        }
    }

    void write(Identity identity) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(next, identity.json());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notWritten) {
            throw failed(notWritten);
        }
    }

    /** Forgets the identity: the process has left nothing open. */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException notDeleted) {
            throw failed(notDeleted);
        }
    }

    private UncheckedIOException failed(IOException cause) {
        return new UncheckedIOException("state.dir: %s cannot be used (%s)".formatted(file, cause), cause);
    }
}
