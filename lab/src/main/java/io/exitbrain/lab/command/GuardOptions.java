package io.exitbrain.lab.command;

import io.exitbrain.lab.guard.GuardSettings;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.topology.options.DurationConverter;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how policies are judged. */
final class GuardOptions {

    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    @Option(
            names = "--holdout",
            defaultValue = "0.3",
            description =
                    "The share of the days that is locked away, for the chosen policy only. Default: ${DEFAULT-VALUE}.")
    private double holdout;

    @Option(
            names = "--walk-forward",
            defaultValue = "30d/10d",
            converter = WalkForwardConverter.class,
            description = "Days that choose / days that score. Default: ${DEFAULT-VALUE}.")
    private WalkForwardConverter.Windows walkForward = new WalkForwardConverter.Windows(30, 10);

    @Option(
            names = "--bootstrap",
            defaultValue = "5000",
            description = "Number of resamples. Default: ${DEFAULT-VALUE}.")
    private int resamples;

    @Option(
            names = "--block",
            defaultValue = "1d",
            converter = DurationConverter.class,
            description = "Mean length of a block of days of the bootstrap. Default: ${DEFAULT-VALUE}.")
    private Duration block = Duration.ofDays(1);

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of the random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /** The settings; a number out of range is wrong usage. No trade of the holdout may have ended before it: {@code horizon} lies between. */
    GuardSettings settings(CommandSpec command, Duration horizon) {
        try {
            Resampling resampling = new Resampling(resamples, Math.max(1, block.toMillis() / MILLIS_A_DAY), seed);
            return new GuardSettings(holdout, walkForward.choosing(), walkForward.scoring(), horizon, resampling);
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(command.commandLine(), String.valueOf(outOfRange.getMessage()), outOfRange);
        }
    }
}
