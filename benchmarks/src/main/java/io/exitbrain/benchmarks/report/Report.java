package io.exitbrain.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * Everything one run has to say.
 *
 * @param command what was run
 * @param machine what it ran on
 * @param settings by whose they are, then by name
 * @param notes what was left out, and why
 */
public record Report(
        String command,
        Map<String, String> machine,
        Map<String, Map<String, String>> settings,
        List<Row> rows,
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
        return new Page(new TextGrid()).of(this);
    }

    public String markdown() {
        return new Page(new MarkdownGrid()).of(this);
    }
}
