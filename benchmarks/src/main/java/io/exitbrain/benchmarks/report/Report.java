package io.exitbrain.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * The report of one run.
 *
 * @param command the command line of the run
 * @param machine the description of the machine
 * @param settings by owner, then by name
 * @param notes what was left out, and why
 */
public record Report(
        String command,
        Map<String, String> machine,
        Map<String, Map<String, String>> settings,
        List<Results.Row> rows,
        List<Goal> goals,
        List<String> notes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Report {
        rows = List.copyOf(rows);
        goals = List.copyOf(goals);
        notes = List.copyOf(notes);
    }

    public String json() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + System.lineSeparator();
    }

    static Report ofJson(String json) throws JsonProcessingException {
        return JSON.readValue(json, Report.class);
    }

    /** For a terminal. */
    public String text() {
        return new ReportText(new Grid.Text()).of(this);
    }

    public String markdown() {
        return new ReportText(new Grid.Markdown()).of(this);
    }
}
