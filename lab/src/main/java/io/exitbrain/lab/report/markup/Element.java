package io.exitbrain.lab.report.markup;

import java.util.Collection;
import java.util.Set;

/**
 * An element of HTML or SVG. Every text and every value of an attribute is escaped, so nothing that a user named
 * can become markup. For one thread.
 */
public final class Element {

    private static final Set<String> WITHOUT_END = Set.of("meta");
    private static final char FIRST_PRINTED = ' ';
    private static final char REPLACEMENT = '\uFFFD';

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Element(String name) {
        this.name = name;
    }

    public static Element of(String name) {
        return new Element(name);
    }

    /** An element with a text only. */
    public static Element of(String name, String text) {
        return new Element(name).text(text);
    }

    /** Adds an attribute. {@code key} is written as it is. */
    public Element with(String key, String value) {
        attributes.append(' ').append(key).append("=\"");
        escape(value, attributes);
        attributes.append('"');
        return this;
    }

    /**
     * Adds an attribute in units of the drawing.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public Element with(String key, double value) {
        return with(key, Format.coordinate(value));
    }

    public Element classed(String classes) {
        return with("class", classes);
    }

    public Element text(String text) {
        escape(text, content);
        return this;
    }

    public Element add(Element child) {
        child.writeTo(content);
        return this;
    }

    public Element addAll(Collection<Element> children) {
        children.forEach(this::add);
        return this;
    }

    private void writeTo(StringBuilder out) {
        out.append('<').append(name).append(attributes).append('>');
        if (!WITHOUT_END.contains(name)) {
            out.append(content).append("</").append(name).append('>');
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), out);
        }
    }

    private static void escape(char character, StringBuilder out) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t' -> out.append(character);
            default -> out.append(character < FIRST_PRINTED ? REPLACEMENT : character);
        }
    }
}
