package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Require;
import java.util.ArrayList;
import java.util.List;

/** The ids of a symbol's newest fills, oldest first. They detect duplicate fills. */
public record FillIds(List<String> ids) {

    /** The number of ids that are kept. */
    public static final int MAX_IDS = 256;

    public static final FillIds NONE = new FillIds(List.of());

    public FillIds {
        Require.that(ids.size() <= MAX_IDS, "at most %s fill ids are kept, were %s", MAX_IDS, ids.size());
        ids = List.copyOf(ids);
    }

    public boolean contains(String id) {
        return ids.contains(id);
    }

    public FillIds plus(String id) {
        List<String> newest = new ArrayList<>(ids.subList(Math.max(0, ids.size() + 1 - MAX_IDS), ids.size()));
        newest.add(id);
        return new FillIds(newest);
    }
}
