package io.exitbrain.acceptance.audit;

import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.checks.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One history, played to an engine and audited up to the first finding.
 *
 * @param lines the lines that were sent, up to the line of the finding
 * @param outputs the outputs for each line
 */
record Audit(List<Line> lines, List<List<Line>> outputs, List<Finding> findings) {

    /** Plays {@code templates} to an engine that starts at the time of the first line. */
    static Audit of(List<Line> templates, EngineUnderTest.Starter start) {
        List<Line> lines = new ArrayList<>();
        List<List<Line>> outputs = new ArrayList<>();
        LineAuditor auditor = new LineAuditor();
        Placeholders placeholders = new Placeholders();
        long first = templates.stream()
                .filter(line -> !line.isAdvance())
                .findFirst()
                .map(Line::timestamp)
                .orElse(0L);
        try (EngineUnderTest engine = start.at(first)) {
            for (Line template : templates) {
                Line line = placeholders.resolve(template);
                List<Line> emitted = engine.send(line);
                placeholders.observe(emitted);
                lines.add(line);
                outputs.add(emitted);
                auditor.observe(line, emitted);
                if (!auditor.findings().isEmpty()) {
                    break;
                }
            }
        }
        return new Audit(lines, outputs, auditor.findings());
    }

    boolean passed() {
        return findings.isEmpty();
    }

    private Optional<Invariant> broken() {
        return findings.stream().findFirst().map(Finding::invariant);
    }

    /** The same finding with fewer templates: leaves out one line after the other while the finding stays. */
    Audit shrunk(List<Line> templates, EngineUnderTest.Starter start) {
        List<Line> kept = new ArrayList<>(templates.subList(0, lines.size()));
        Audit shortest = this;
        for (boolean again = true; again; ) {
            again = false;
            for (int i = kept.size() - 1; i >= 0; i--) {
                List<Line> fewer = new ArrayList<>(kept);
                fewer.remove(i);
                Audit audit = of(fewer, start);
                if (audit.broken().equals(broken())) {
                    kept = new ArrayList<>(fewer.subList(0, audit.lines.size()));
                    shortest = audit;
                    again = true;
                    i = Math.min(i, kept.size());
                }
            }
        }
        return shortest;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        text.append("-- outputs of the last line\n");
        outputs.get(outputs.size() - 1).forEach(output -> text.append(output).append('\n'));
        findings.forEach(finding -> text.append("-- ").append(finding).append('\n'));
        return text.toString();
    }
}
