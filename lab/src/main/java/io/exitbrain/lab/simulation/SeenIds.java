package io.exitbrain.lab.simulation;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The newest ids of a symbol. Older ones are forgotten, so that a long recording does not fill the memory. */
final class SeenIds {

    private static final int KEPT = 4_096;

    private final Set<String> ids = new LinkedHashSet<>();

    /** Adds {@code id}; false if it was seen before. */
    boolean add(String id) {
        boolean isNew = ids.add(id);
        if (ids.size() > KEPT) {
            Iterator<String> oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
        return isNew;
    }
}
