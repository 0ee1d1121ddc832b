package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.markup.Format;
import java.util.List;

/** Sentences that several plots say. */
final class Notes {

    private Notes() {}

    /** Empty if there is no such value. */
    static List<String> atTheEdge(long beyond) {
        return beyond == 0
                ? List.of()
                : List.of("Values beyond the axes are drawn at the edge: " + Format.count(beyond) + ".");
    }
}
