package io.exitbrain.domain.policy;

import java.util.List;

/** The trailing rule of a plan: it is armed at {@code activation}, follows with {@code callback} and tightens in steps. */
public record Trail(Callback callback, Distance activation, List<Trail.Tightening> tightening) {

    public Trail {
        tightening = List.copyOf(tightening);
    }

    /** Once the best price reaches {@code at}, the trail follows with {@code callback} instead of its base callback. */
    public record Tightening(Distance at, Callback callback) {}
}
