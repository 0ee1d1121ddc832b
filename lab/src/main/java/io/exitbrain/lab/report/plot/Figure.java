package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.markup.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * A plot with its title, its key and how to read it. Immutable.
 *
 * @param howToRead one sentence
 * @param notes what is not drawn, and why
 * @param drawings one or more; none if there is nothing to draw, which a note then says
 * @param keys of its lines
 */
public record Figure(String title, String howToRead, List<Drawing> drawings, List<Element> keys, List<String> notes) {

    /** A drawing and what is written above it; that may be empty. */
    record Drawing(String caption, Element svg) {}

    public Figure {
        drawings = List.copyOf(drawings);
        keys = List.copyOf(keys);
        notes = List.copyOf(notes);
    }

    static Figure of(String title, String howToRead) {
        return new Figure(title, howToRead, List.of(), List.of(), List.of());
    }

    Figure with(String caption, Frame frame) {
        return with(new Drawing(caption, frame.svg()));
    }

    Figure with(Drawing drawing) {
        List<Drawing> more = new ArrayList<>(drawings);
        more.add(drawing);
        return new Figure(title, howToRead, more, keys, notes);
    }

    Figure withKeys(List<Series> series) {
        return withKey(series.stream().map(Series::key).toList());
    }

    Figure withKey(List<Element> added) {
        List<Element> more = new ArrayList<>(keys);
        more.addAll(added);
        return new Figure(title, howToRead, drawings, more, notes);
    }

    Figure withNote(String note) {
        return withNotes(List.of(note));
    }

    Figure withNotes(List<String> added) {
        List<String> more = new ArrayList<>(notes);
        more.addAll(added);
        return new Figure(title, howToRead, drawings, keys, more);
    }

    /** The figure as part of a page. */
    public Element element() {
        Element figure = Element.of("figure").classed(drawings.size() > 1 ? "wide" : "narrow");
        figure.add(Element.of("h3", title));
        if (!keys.isEmpty()) {
            figure.add(Element.of("ul").classed("keys").addAll(keys));
        }
        figure.add(Element.of("div")
                .classed("drawings")
                .addAll(drawings.stream().map(Figure::element).toList()));
        if (!drawings.isEmpty()) {
            figure.add(Element.of("figcaption", "How to read it: " + howToRead));
        }
        notes.forEach(note -> figure.add(Element.of("p", note).classed("note")));
        return figure;
    }

    private static Element element(Drawing drawing) {
        Element box = Element.of("div");
        if (!drawing.caption().isEmpty()) {
            box.add(Element.of("p", drawing.caption()).classed("caption"));
        }
        return box.add(drawing.svg());
    }
}
