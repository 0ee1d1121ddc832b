package io.exitbrain.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the token as they were given.
 *
 * @param host the address that the server listens on
 * @param token the token itself
 * @param file a file that contains it, on one line
 * @param isInsecure whether an address that is not loopback may be served without a token
 * @param keys the names of the settings, for messages
 */
public record TokenSettings(String host, Optional<String> token, Optional<Path> file, boolean isInsecure, Keys keys) {

    /** The names of the settings. {@code insecure} is what to write to switch it on. */
    public record Keys(String host, String token, String file, String insecure) {}

    /** The token; empty if none is needed or given, or if there is a fault, which is added to {@code faults}. */
    public Optional<Token> read(List<String> faults) {
        if (token.isPresent() && file.isPresent()) {
            faults.add("%s and %s are both given: one of them is enough".formatted(keys.token(), keys.file()));
            return Optional.empty();
        }
        if (token.isEmpty() && file.isEmpty()) {
            if (!isInsecure && !isLoopback(host)) {
                faults.add(sentence());
            }
            return Optional.empty();
        }
        return token.or(() -> content(faults)).flatMap(text -> checked(text, faults));
    }

    private String sentence() {
        return ("%s: %s is not a loopback address, so whoever reaches it would get answers: set %s or %s, or %s if its "
                        + "network is private")
                .formatted(keys.host(), host, keys.token(), keys.file(), keys.insecure());
    }

    private Optional<Token> checked(String text, List<String> faults) {
        Optional<String> fault = Token.faultOf(text);
        fault.ifPresent(what -> faults.add((token.isPresent() ? keys.token() : keys.file()) + ": the token " + what));
        return fault.isPresent() ? Optional.empty() : Optional.of(Token.of(text));
    }

    private Optional<String> content(List<String> faults) {
        return file.flatMap(path -> {
            try {
                return Optional.of(Files.readString(path).strip());
            } catch (NoSuchFileException gone) {
                faults.add("%s: %s does not exist".formatted(keys.file(), path));
            } catch (IOException unreadable) {
                faults.add("%s: %s cannot be read: %s".formatted(keys.file(), path, unreadable));
            }
            return Optional.empty();
        });
    }

    /** Whether only this machine reaches {@code host}. A name that cannot be resolved is not known to be loopback. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
