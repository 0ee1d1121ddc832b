package io.exitbrain.acceptance.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keys and certificates for tests, made by keytool of the JDK. */
final class Certificates {

    private Certificates() {}

    /**
     * A keystore in {@code folder} with a key and a certificate that it has signed itself.
     *
     * @param names the subject alternative names, such as {@code ip:127.0.0.1}
     */
    static Path keystore(Path folder, String name, String password, String names) {
        Path file = folder.resolve(name + ".p12");
        run(
                "-genkeypair -alias %s -keyalg EC -dname CN=%s -ext SAN=%s -validity 30".formatted(name, name, names),
                file,
                password);
        return file;
    }

    /** A truststore in {@code folder} with the certificate of {@code keystore}, which has the same password. */
    static Path truststore(Path folder, Path keystore, String password) {
        String name = keystore.getFileName().toString().replace(".p12", "");
        Path certificate = folder.resolve(name + ".pem");
        Path file = folder.resolve(name + "-trust.p12");
        run("-exportcert -rfc -alias %s -file %s".formatted(name, certificate), keystore, password);
        run("-importcert -noprompt -alias %s -file %s".formatted(name, certificate), file, password);
        return file;
    }

    private static void run(String arguments, Path store, String password) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                password));
        command.addAll(Arrays.asList(arguments.split(" ", -1)));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + output);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
