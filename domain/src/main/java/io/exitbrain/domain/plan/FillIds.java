package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Require;
import java.util.ArrayList;
import java.util.List;

/** The ids of a symbol's newest fills, oldest first: what makes a duplicate a no-op. */
public record FillIds(List<String> ids) {

    /** How many are kept. */
    public static final int KEPT = 256;

    public static final FillIds NONE = new FillIds(List.of());

    public FillIds {
        Require.that(ids.size() <= KEPT, "at most %s fill ids are kept, were %s", KEPT, ids.size());
        ids = List.copyOf(ids);
    }

    public boolean contains(String id) {
        return ids.contains(id);
    }

    public FillIds plus(String id) {
        List<String> newest = new ArrayList<>(ids.subList(Math.max(0, ids.size() + 1 - KEPT), ids.size()));
        newest.add(id);
        return new FillIds(newest);
    }
}
