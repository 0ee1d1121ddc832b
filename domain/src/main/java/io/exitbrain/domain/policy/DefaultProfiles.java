package io.exitbrain.domain.policy;

import static io.exitbrain.domain.value.Execution.LIMIT;
import static io.exitbrain.domain.value.Execution.MARKET;

import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.Regime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The six profiles of rule 2.5 and their selections. */
final class DefaultProfiles {

    private static final List<Profile> ALL = List.of(
            new Profile(
                    "NORMAL",
                    List.of(leg("0.5", "0.25", LIMIT), leg("1", "0.25", MARKET), leg("2", "0.50", MARKET)),
                    trail("1", "0.015", tighten("3", "0.010")),
                    Optional.empty()),
            new Profile(
                    "TREND",
                    List.of(leg("0.5", "0.15", LIMIT), leg("1", "0.20", MARKET), leg("2", "0.30", MARKET)),
                    trail("1.5", "0.020", tighten("3", "0.015"), tighten("5", "0.010")),
                    Optional.empty()),
            new Profile(
                    "RANGE",
                    List.of(leg("0.2", "0.35", LIMIT), leg("0.4", "0.35", MARKET), leg("0.7", "0.30", MARKET)),
                    trail("0.4", "0.015"),
                    Optional.empty()),
            new Profile(
                    "VOLATILE",
                    List.of(leg("0.4", "0.25", LIMIT), leg("0.8", "0.35", MARKET), leg("1.5", "0.40", MARKET)),
                    trail("1", "0.025"),
                    Optional.empty()),
            new Profile(
                    "CHOP",
                    List.of(leg("0.15", "0.40", LIMIT), leg("0.35", "0.40", MARKET), leg("0.6", "0.20", MARKET)),
                    trail("0.35", "0.015"),
                    Optional.empty()),
            new Profile("CHALLENGE_100", List.of(leg("1", "0.30", MARKET)), trail("1", "0.020"), Optional.empty()));

    private DefaultProfiles() {}

    static Map<String, Profile> byName() {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        ALL.forEach(profile -> profiles.put(profile.name(), profile));
        return profiles;
    }

    /** Each regime selects the profile of the same name. The strategy CHALLENGE_100 selects the profile CHALLENGE_100. */
    static List<Selection> selections() {
        List<Selection> selections = new ArrayList<>();
        Arrays.stream(Regime.values())
                .map(regime -> new Selection(Optional.empty(), Optional.empty(), Optional.of(regime), regime.name()))
                .forEach(selections::add);
        selections.add(
                new Selection(Optional.empty(), Optional.of("CHALLENGE_100"), Optional.empty(), "CHALLENGE_100"));
        return selections;
    }

    private static Profile.TakeProfit leg(String atR, String fraction, Execution execution) {
        return new Profile.TakeProfit(inR(atR), new BigDecimal(fraction), execution);
    }

    private static Trail trail(String activateAtR, String callbackPct, Trail.Tightening... tightening) {
        return new Trail(ratio(callbackPct), inR(activateAtR), List.of(tightening));
    }

    private static Trail.Tightening tighten(String atR, String callbackPct) {
        return new Trail.Tightening(inR(atR), ratio(callbackPct));
    }

    private static Distance inR(String multiple) {
        return new Distance.InR(new BigDecimal(multiple));
    }

    private static Callback ratio(String ratio) {
        return new Callback.Ratio(new BigDecimal(ratio));
    }
}
