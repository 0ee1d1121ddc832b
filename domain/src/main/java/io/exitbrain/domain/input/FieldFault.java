package io.exitbrain.domain.input;

/** An optional field of a message that counts as absent: which, what was expected, what came. */
public record FieldFault(String field, String expected, String found) {

    @Override
    public String toString() {
        return field + " " + expected + ", was " + found;
    }
}
