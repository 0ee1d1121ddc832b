package io.exitbrain.topology.health;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.policy.Policy;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What runs: instances with different values decide differently.
 *
 * @param version of the product
 * @param policyHash the first 6 hexadecimal digits of a SHA-256 of all values of the policy
 * @param mode {@code live} or {@code shadow}
 */
public record Build(String version, String policyHash, String mode) {

    private static final int DIGITS = 6;

    /** The running version with {@code policy}. */
    public static Build of(Policy policy) {
        String version = Optional.ofNullable(Build.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
        return new Build(version, hashOf(policy), policy.mode().name().toLowerCase(Locale.ROOT));
    }

    private static String hashOf(Policy policy) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(textOf(policy).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** {@code value} as a text that is the same for equal values in every process: maps are sorted, numbers have one form. */
    private static String textOf(@Nullable Object value) {
        if (value instanceof Record fields) {
            return Arrays.stream(fields.getClass().getRecordComponents())
                    .map(field -> field.getName() + "=" + textOf(valueOf(field, fields)))
                    .collect(Collectors.joining(",", "(", ")"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> textOf(entry.getKey()) + ":" + textOf(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Build::textOf).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Optional<?> some) {
            return some.map(Build::textOf).orElse("none");
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    private static @Nullable Object valueOf(RecordComponent field, Record fields) {
        try {
            return field.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the fields of a public record can be read", impossible);
        }
    }

    void addTo(ObjectNode body) {
        body.put("version", version).put("policy_hash", policyHash).put("mode", mode);
    }
}
