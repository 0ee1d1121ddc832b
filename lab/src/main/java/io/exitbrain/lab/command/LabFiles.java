package io.exitbrain.lab.command;

import io.exitbrain.lab.report.Report;
import io.exitbrain.lab.report.ReportJson;
import io.exitbrain.lab.report.TradesCsv;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.topology.replay.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The files that a run leaves behind. They are opened before the run, so that a wrong name costs no time, and replaced at its end. */
final class LabFiles implements AutoCloseable {

    private final List<Pending> files = new ArrayList<>();

    private record Pending(String option, OutputFile file, Function<LabResult, String> text) {}

    LabFiles(Path input, Optional<Path> html, Optional<Path> json, Optional<Path> csv) {
        html.ifPresent(path -> add("--out", path, input, Report::html));
        json.ifPresent(path -> add("--json", path, input, ReportJson::of));
        csv.ifPresent(path -> add("--trades", path, input, TradesCsv::of));
    }

    private void add(String option, Path path, Path input, Function<LabResult, String> text) {
        try {
            files.add(new Pending(option, OutputFile.at(path, input), text));
        } catch (IOException notWritable) {
            close();
            throw new UncheckedIOException(option + ": " + notWritable.getMessage(), notWritable);
        }
    }

    void write(LabResult result) {
        for (Pending pending : files) {
            try {
                pending.file().writer().write(pending.text().apply(result));
                pending.file().complete();
            } catch (IOException failure) {
                throw new UncheckedIOException(pending.option() + ": " + failure.getMessage(), failure);
            }
        }
    }

    @Override
    public void close() {
        for (Pending pending : files) {
            try {
                pending.file().close();
            } catch (IOException failure) {
                throw new UncheckedIOException(pending.option() + ": " + failure.getMessage(), failure);
            }
        }
    }
}
