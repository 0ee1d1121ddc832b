package io.exitbrain.lab.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The windows of a walk-forward: days that choose, then days that score, such as {@code 30d/10d}. */
final class WalkForwardConverter implements ITypeConverter<WalkForwardConverter.Windows> {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})d/([1-9][0-9]{0,3})d");

    /** Lengths in days. */
    record Windows(int choosing, int scoring) {}

    @Override
    public Windows convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException(
                    "must be days that choose and days that score, such as 30d/10d, was " + text);
        }
        return new Windows(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }
}
