package io.exitbrain.lab.history;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.value.Instrument;
import java.util.Optional;

/** Takes the records of a recording in their order. */
public interface HistorySink {

    /** A mark price {@code unscaled} times 10^-{@code scale} at {@code time}, epoch milliseconds. */
    void price(String symbol, long unscaled, int scale, long time);

    /** A fill on line {@code line} of the input, from 1. */
    void fill(Fill fill, int line);

    void positions(String symbol, PositionUpdate update);

    void report(ExecutionReport report);

    /** The filters of {@code symbol}; empty if they were removed. */
    void instrument(String symbol, Optional<Instrument> instrument);

    /** The context of {@code key}, a symbol or {@code *}; empty if it was removed. */
    void context(String key, Optional<ExitContext> context);

    /** A command that the engine sent when the recording was made. */
    void command(StopCommand command);

    /** The records so far come to {@code share} of the input, 0 to 1. */
    void progress(double share);
}
