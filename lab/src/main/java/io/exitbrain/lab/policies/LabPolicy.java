package io.exitbrain.lab.policies;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.lab.hashing.Sha256;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.yaml.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * One policy of a run.
 *
 * @param source its file, or the cell of the sweep
 * @param yaml its text; empty for the built-in numbers
 */
public record LabPolicy(String name, Policy policy, String source, String yaml) {

    /** The policy in {@code file}; it throws {@code InvalidFile} with every fault. */
    public static LabPolicy at(String name, Path file) {
        try {
            String yaml = Files.readString(file);
            return new LabPolicy(name, PolicyFile.read(file.toString(), yaml), file.toString(), yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--policy: " + FileFault.of(file, unreadable), unreadable);
        }
    }

    /** The built-in numbers. */
    public static LabPolicy builtIn(String name) {
        return new LabPolicy(name, Policy.DEFAULT, "built in", "");
    }

    /** SHA-256 of all settings, also those that are defaults: equal policies have equal hashes, however their files look. */
    public String hash() {
        return sha256(CanonicalTree.of(policy).toString());
    }

    /** SHA-256 of what was tried: this policy against {@code baseline} at {@code costs}, in words. */
    public String configuration(LabPolicy baseline, String costs) {
        return sha256(hash() + " against " + baseline.hash() + " at " + costs);
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
