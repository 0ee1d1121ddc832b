package io.exitbrain.topology.policy;

import io.exitbrain.domain.policy.Mode;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.policy.Selection;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import io.exitbrain.yaml.InvalidFile;
import io.exitbrain.yaml.Range;
import io.exitbrain.yaml.YamlFile;
import io.exitbrain.yaml.YamlMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a policy file, which overrides the defaults (docs/policy.md). A profile in the file replaces the default profile of that name. A
 * select entry replaces the default entry for the same selection. All faults are listed at once, each with its path.
 */
public final class PolicyFile {

    private final List<String> faults = new ArrayList<>();

    private PolicyFile() {}

    /** Reads {@code file}; throws {@link InvalidFile} with every fault. */
    public static Policy at(Path file) throws IOException {
        return read(file.toString(), Files.readString(file));
    }

    /** Reads {@code yaml}, which {@code source} names in errors; throws {@link InvalidFile} with every fault. */
    public static Policy read(String source, String yaml) {
        PolicyFile file = new PolicyFile();
        Policy policy = file.policy(YamlMap.root(YamlFile.parse(source, yaml), file.faults));
        if (!file.faults.isEmpty()) {
            throw new InvalidFile(source, file.faults);
        }
        return policy;
    }

    private Policy policy(YamlMap file) {
        file.allowingOnly(Set.of("exit-brain", "stop", "risk-modes", "regimes", "hybrid", "profiles", "select"));
        YamlMap brain = file.map("exit-brain").allowingOnly(Set.of("enabled", "mode"));
        StopSection stop = new StopSection(file.map("stop"));
        Map<String, Profile> profiles = profiles(file.map("profiles"), stop.maxCallbackPct());
        return new Policy(
                brain.flag("enabled").orElse(Policy.DEFAULT.enabled()),
                brain.oneOf("mode", Mode.class).orElse(Policy.DEFAULT.mode()),
                stop.policy(),
                factors(file.map("risk-modes"), RiskMode.class, Policy.DEFAULT.riskModes()),
                factors(file.map("regimes"), Regime.class, Policy.DEFAULT.regimes()),
                hybrid(file.map("hybrid")),
                profiles,
                select(file, profiles));
    }

    private static <K extends Enum<K>> Map<K, BigDecimal> factors(
            YamlMap section, Class<K> type, Map<K, BigDecimal> defaults) {
        section.allowingOnly(defaults.keySet().stream().map(Enum::name).collect(Collectors.toSet()));
        Map<K, BigDecimal> factors = new EnumMap<>(type);
        factors.putAll(defaults);
        Arrays.stream(type.getEnumConstants())
                .filter(defaults::containsKey)
                .forEach(key ->
                        section.number(key.name(), Range.POSITIVE).ifPresent(factor -> factors.put(key, factor)));
        return factors;
    }

    private static Policy.Hybrid hybrid(YamlMap section) {
        section.allowingOnly(Set.of("stop-pct", "take-profit-pct"));
        return new Policy.Hybrid(
                section.number("stop-pct", Range.RATIO).orElse(Policy.Hybrid.DEFAULT.stopPct()),
                section.number("take-profit-pct", Range.RATIO).orElse(Policy.Hybrid.DEFAULT.takeProfitPct()));
    }

    private static Map<String, Profile> profiles(YamlMap section, BigDecimal maxCallbackPct) {
        Map<String, Profile> profiles = new LinkedHashMap<>(Policy.DEFAULT.profiles());
        for (String name : section.keys()) {
            new ProfileSection(name, section.map(name), maxCallbackPct)
                    .profile()
                    .ifPresent(profile -> profiles.put(name, profile));
        }
        return profiles;
    }

    private List<Selection> select(YamlMap file, Map<String, Profile> profiles) {
        List<Selection> own = new ArrayList<>();
        for (YamlMap entry : file.list("select")) {
            Selection selection = selection(entry, profiles, file.map("profiles"));
            if (own.stream().anyMatch(selection::selectsTheSameAs)) {
                faults.add(entry.path() + ": selects for the same symbol, strategy and regime as an entry before it");
            }
            own.add(selection);
        }
        List<Selection> all = new ArrayList<>(own);
        Policy.DEFAULT.select().stream()
                .filter(defaultSelection -> own.stream().noneMatch(defaultSelection::selectsTheSameAs))
                .forEach(all::add);
        return all;
    }

    private static Selection selection(YamlMap entry, Map<String, Profile> profiles, YamlMap written) {
        entry.allowingOnly(Set.of("symbol", "strategy", "regime", "profile"));
        String profile = entry.requiredText("profile");
        if (!profile.isEmpty() && !profiles.containsKey(profile) && !written.has(profile)) {
            entry.fault(
                    "profile",
                    "must be one of " + profiles.keySet().stream().sorted().toList() + ", was " + profile);
        }
        boolean anyRegime = entry.text("regime").filter("*"::equals).isPresent();
        return new Selection(
                any(entry.text("symbol")),
                any(entry.text("strategy")),
                anyRegime ? Optional.empty() : entry.oneOf("regime", Regime.class),
                profile);
    }

    private static Optional<String> any(Optional<String> name) {
        return name.filter(text -> !text.equals("*"));
    }
}
