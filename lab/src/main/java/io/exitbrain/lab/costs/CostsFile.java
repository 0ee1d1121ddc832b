package io.exitbrain.lab.costs;

import io.exitbrain.yaml.FileFault;
import io.exitbrain.yaml.InvalidFile;
import io.exitbrain.yaml.Range;
import io.exitbrain.yaml.YamlFile;
import io.exitbrain.yaml.YamlMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file with the costs of trading. A rate that it does not name is the built-in one.
 *
 * @param funding the file with the funding rates, beside this one; empty if none is named
 */
public record CostsFile(Costs costs, Optional<Path> funding) {

    private static final BigDecimal LARGEST_REBATE = new BigDecimal("-10");

    /** Reads {@code file}; it throws {@link InvalidFile} with every fault. */
    public static CostsFile at(Path file) {
        try {
            return read(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--costs: " + FileFault.of(file, unreadable), unreadable);
        }
    }

    private static CostsFile read(Path file, String yaml) {
        List<String> faults = new ArrayList<>();
        YamlMap map = YamlMap.root(YamlFile.parse(file.toString(), yaml), faults)
                .allowingOnly(Set.of(
                        "taker-bps",
                        "maker-bps",
                        "spread-bps",
                        "slippage-bps",
                        "stop-slippage-bps",
                        "latency",
                        "funding"));
        Costs costs = new Costs(
                rate(map, "taker-bps", Costs.DEFAULT.takerBps()),
                maker(map),
                rate(map, "spread-bps", Costs.DEFAULT.spreadBps()),
                rate(map, "slippage-bps", Costs.DEFAULT.slippageBps()),
                rate(map, "stop-slippage-bps", Costs.DEFAULT.stopSlippageBps()),
                latency(map));
        Optional<Path> funding = map.text("funding").map(name -> file.resolveSibling(Path.of(name)));
        if (!faults.isEmpty()) {
            throw new InvalidFile(file.toString(), faults);
        }
        return new CostsFile(costs, funding);
    }

    private static BigDecimal rate(YamlMap map, String key, BigDecimal builtIn) {
        return map.number(key, Range.NOT_NEGATIVE).orElse(builtIn);
    }

    /** A maker fee can be a rebate. */
    private static BigDecimal maker(YamlMap map) {
        Optional<String> text = map.text("maker-bps").filter(value -> value.startsWith("-"));
        if (text.isEmpty()) {
            return rate(map, "maker-bps", Costs.DEFAULT.makerBps());
        }
        try {
            BigDecimal rebate = new BigDecimal(text.get());
            if (rebate.compareTo(LARGEST_REBATE) >= 0) {
                return rebate;
            }
        } catch (NumberFormatException noNumber) {
            map.fault("maker-bps", "must be a number, was " + text.get());
            return Costs.DEFAULT.makerBps();
        }
        map.fault("maker-bps", "must be >= -10, was " + text.get());
        return Costs.DEFAULT.makerBps();
    }

    private static long latency(YamlMap map) {
        // Zero is a duration that the other files do not allow.
        return map.text("latency").filter(text -> text.matches("0(ms|s)?")).isPresent()
                ? 0
                : map.durationMs("latency").orElse(Costs.DEFAULT.latencyMs());
    }
}
