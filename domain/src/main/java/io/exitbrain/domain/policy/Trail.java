package io.exitbrain.domain.policy;

import java.util.List;

/** The trailing rule of a plan: armed at {@code activation}, follows with {@code callback}, tightens in steps. */
public record Trail(Callback callback, Distance activation, List<Trail.Tightening> tightening) {

    public Trail {
        tightening = List.copyOf(tightening);
    }

    /** From {@code at} on, the trail follows with {@code callback} instead of its base callback. */
    public record Tightening(Distance at, Callback callback) {}
}
