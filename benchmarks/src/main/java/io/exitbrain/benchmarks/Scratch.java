package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.child.ChildJvm;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder for the data of brokers, for states and for logs. It is deleted when this JVM ends. */
final class Scratch {

    private Scratch() {}

    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("exit-brain-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAndDelete(folder), "delete-scratch"));
        return folder;
    }

    private static void endAndDelete(Path folder) {
        ChildJvm.endAll();
        delete(folder);
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException left) {
            System.err.println("could not delete all of " + folder);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
