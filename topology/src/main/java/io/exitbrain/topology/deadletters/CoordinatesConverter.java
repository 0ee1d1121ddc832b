package io.exitbrain.topology.deadletters;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads coordinates from the command line. */
final class CoordinatesConverter implements ITypeConverter<Coordinates> {

    @Override
    public Coordinates convert(String text) {
        return Coordinates.parse(text)
                .orElseThrow(() -> new TypeConversionException("must be partition@offset such as 0@12, was " + text));
    }
}
