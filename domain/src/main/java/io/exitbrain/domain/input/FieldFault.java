package io.exitbrain.domain.input;

/** An optional field of a message that was invalid and counts as absent: its name, the expected form and the value found. */
public record FieldFault(String field, String expected, String found) {

    @Override
    public String toString() {
        return field + " " + expected + ", was " + found;
    }
}
