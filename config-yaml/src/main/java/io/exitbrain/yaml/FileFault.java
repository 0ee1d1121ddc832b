package io.exitbrain.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file cannot be read or written, in words. */
public final class FileFault {

    private FileFault() {}

    /** For example {@code policy.yaml does not exist}. */
    public static String of(Path file, IOException failure) {
        return file + " " + why(file, failure);
    }

    private static String why(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return Files.isSymbolicLink(file) ? "is a link to a file that does not exist" : "does not exist";
        }
        if (Files.isDirectory(file)) {
            return "is a folder, not a file";
        }
        if (failure instanceof AccessDeniedException) {
            return "is not accessible: this user has no permission";
        }
        return failure instanceof CharacterCodingException
                ? "is not UTF-8 text"
                : "is not usable: " + failure.getMessage();
    }
}
