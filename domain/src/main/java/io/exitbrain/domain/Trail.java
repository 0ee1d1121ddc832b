package io.exitbrain.domain;

import java.util.List;

/** The trailing rule of a plan: armed at {@code activation}, follows with {@code callback}, tightens in steps. */
public record Trail(Callback callback, Distance activation, List<Tightening> tightening) {

    public Trail {
        tightening = List.copyOf(tightening);
    }
}
