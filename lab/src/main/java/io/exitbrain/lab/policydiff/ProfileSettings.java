package io.exitbrain.lab.policydiff;

import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Profile;
import io.exitbrain.domain.policy.Trail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of a profile by their keys in the policy file. */
final class ProfileSettings {

    private ProfileSettings() {}

    static Map<String, String> of(Profile profile) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Profile.TakeProfit> legs = profile.takeProfit();
        for (int i = 0; i < legs.size(); i++) {
            settings.put("take-profit[" + (i + 1) + "]", text(legs.get(i)));
        }
        settings.put("trailing.activate", "{" + text(profile.trailing().activation()) + "}");
        settings.put("trailing.callback", text(profile.trailing().callback()));
        List<Trail.Tightening> steps = profile.trailing().tightening();
        for (int i = 0; i < steps.size(); i++) {
            settings.put(
                    "trailing.tighten[" + (i + 1) + "]",
                    "{%s, %s}"
                            .formatted(
                                    text(steps.get(i).at()), text(steps.get(i).callback())));
        }
        profile.maxHoldMs().ifPresent(hold -> settings.put("max-hold", Settings.text(hold)));
        return settings;
    }

    private static String text(Profile.TakeProfit leg) {
        return "{%s, fraction: %s, execution: %s}"
                .formatted(text(leg.at()), Settings.text(leg.fraction()), leg.execution());
    }

    private static String text(Distance at) {
        return at.asMultiple()
                .map(multiple -> "at-r: " + Settings.text(multiple))
                .or(() -> at.asRatio().map(ratio -> "at-pct: " + Settings.text(ratio)))
                .or(() -> Optional.of(at)
                        .filter(Distance.InPrice.class::isInstance)
                        .map(Distance.InPrice.class::cast)
                        .map(price -> "at-price: " + Settings.text(price.distance())))
                .orElseThrow(() -> new IllegalStateException("a policy file has no such distance: " + at));
    }

    private static String text(Callback callback) {
        return callback.asRatio()
                .map(ratio -> "callback-pct: " + Settings.text(ratio))
                .or(() -> callback.asPrice().map(price -> "callback-price: " + Settings.text(price)))
                .or(() -> callback.asTicks().map(ticks -> "callback-ticks: " + Settings.text(ticks)))
                .orElseThrow(() -> new IllegalStateException("a policy file has no such callback: " + callback));
    }
}
