package io.exitbrain.topology.policy;

import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.yaml.Range;
import io.exitbrain.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** One profile of a policy file. A profile with a fault is empty, and the fault is listed. */
final class ProfileSection {

    private final String name;
    private final YamlMap section;
    private final BigDecimal maxCallbackPct;

    ProfileSection(String name, YamlMap section, BigDecimal maxCallbackPct) {
        this.name = name;
        this.section = section.allowingOnly(Set.of("take-profit", "trailing", "max-hold"));
        this.maxCallbackPct = maxCallbackPct;
    }

    Optional<Profile> profile() {
        List<Optional<Profile.TakeProfit>> legs =
                section.list("take-profit").stream().map(ProfileSection::leg).toList();
        Optional<Trail> trail = trail();
        OptionalLong maxHold = section.durationMs("max-hold");
        boolean isWhole = legs.stream().allMatch(Optional::isPresent) && trail.isPresent();
        return isWhole && sumsToAtMostOne(flat(legs))
                ? Optional.of(new Profile(
                        name,
                        flat(legs),
                        trail.get(),
                        maxHold.isPresent() ? Optional.of(maxHold.getAsLong()) : Optional.empty()))
                : Optional.empty();
    }

    private boolean sumsToAtMostOne(List<Profile.TakeProfit> legs) {
        BigDecimal sum = legs.stream().map(Profile.TakeProfit::fraction).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) <= 0) {
            return true;
        }
        section.fault("take-profit", "fractions must sum to at most 1, were " + sum.toPlainString());
        return false;
    }

    private static Optional<Profile.TakeProfit> leg(YamlMap entry) {
        entry.allowingOnly(Set.of("at-r", "at-pct", "fraction", "execution"));
        Optional<Distance> at = distance(entry);
        if (!entry.has("fraction")) {
            entry.fault("fraction", "is missing");
        }
        Optional<BigDecimal> fraction = entry.number("fraction", Range.FRACTION);
        Optional<Execution> execution =
                entry.has("execution") ? entry.oneOf("execution", Execution.class) : Optional.of(Execution.MARKET);
        return at.flatMap(distance ->
                fraction.flatMap(share -> execution.map(how -> new Profile.TakeProfit(distance, share, how))));
    }

    private Optional<Trail> trail() {
        if (!section.has("trailing")) {
            section.fault("trailing", "is missing: every plan trails");
            return Optional.empty();
        }
        YamlMap trailing = section.map("trailing")
                .allowingOnly(Set.of("activate", "callback-pct", "callback-price", "callback-ticks", "tighten"));
        Optional<Distance> activation = activation(trailing);
        Optional<Callback> callback = callback(trailing);
        List<Optional<Trail.Tightening>> steps =
                trailing.list("tighten").stream().map(this::tightening).toList();
        boolean isWhole = steps.stream().allMatch(Optional::isPresent);
        return isWhole
                ? activation.flatMap(at -> callback.map(behind -> new Trail(behind, at, flat(steps))))
                : Optional.empty();
    }

    private static Optional<Distance> activation(YamlMap trailing) {
        if (!trailing.has("activate")) {
            trailing.fault("activate", "is missing; {at-pct: 0} is armed from the start");
            return Optional.empty();
        }
        YamlMap activate = trailing.map("activate").allowingOnly(Set.of("at-r", "at-pct", "at-price"));
        if (!activate.has("at-price")) {
            return distance(activate);
        }
        if (activate.has("at-r") || activate.has("at-pct")) {
            activate.fault("at-price", "exactly one of at-r, at-pct and at-price must be given");
            return Optional.empty();
        }
        return activate.number("at-price", Range.NOT_NEGATIVE).map(Distance.InPrice::new);
    }

    private Optional<Trail.Tightening> tightening(YamlMap step) {
        step.allowingOnly(Set.of("at-r", "at-pct", "callback-pct", "callback-price", "callback-ticks"));
        Optional<Distance> at = distance(step);
        Optional<Callback> callback = callback(step);
        return at.flatMap(from -> callback.map(behind -> new Trail.Tightening(from, behind)));
    }

    private static Optional<Distance> distance(YamlMap map) {
        if (map.has("at-r") == map.has("at-pct")) {
            map.fault("at-r", "exactly one of at-r and at-pct must be given");
            return Optional.empty();
        }
        return map.has("at-r")
                ? map.number("at-r", Range.NOT_NEGATIVE).map(Distance.InR::new)
                : map.number("at-pct", Range.NOT_NEGATIVE).map(Distance.OfEntry::new);
    }

    private Optional<Callback> callback(YamlMap map) {
        List<String> given = Stream.of("callback-pct", "callback-price", "callback-ticks")
                .filter(map::has)
                .toList();
        if (given.size() != 1) {
            map.fault(
                    "callback-pct",
                    "exactly one of callback-pct, callback-price and callback-ticks must be given, was " + given);
            return Optional.empty();
        }
        return switch (given.get(0)) {
            case "callback-pct" -> ratio(map).map(Callback.Ratio::new);
            case "callback-price" ->
                map.number("callback-price", Range.POSITIVE).map(Callback.Price::new);
            default -> map.number("callback-ticks", Range.POSITIVE).map(Callback.Ticks::new);
        };
    }

    private Optional<BigDecimal> ratio(YamlMap map) {
        Optional<BigDecimal> ratio = map.number("callback-pct", Range.RATIO);
        if (ratio.filter(pct -> pct.compareTo(maxCallbackPct) > 0).isPresent()) {
            map.fault(
                    "callback-pct",
                    "must be at most max-callback-pct %s, was %s"
                            .formatted(
                                    maxCallbackPct.toPlainString(), ratio.get().toPlainString()));
            return Optional.empty();
        }
        return ratio;
    }

    private static <T> List<T> flat(List<Optional<T>> all) {
        return all.stream().flatMap(Optional::stream).toList();
    }
}
