package io.exitbrain.demo.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One history, played to an engine and judged up to the first finding.
 *
 * @param lines what was sent, up to and including the line that showed the finding
 * @param outputs what came, line by line
 */
record Audit(List<Line> lines, List<List<Line>> outputs, List<Finding> findings) {

    /** Plays {@code templates} to the engine that {@code start} starts at the time of the first of them. */
    static Audit of(List<Line> templates, Subject.Start start) {
        List<Line> lines = new ArrayList<>();
        List<List<Line>> outputs = new ArrayList<>();
        Auditor auditor = new Auditor();
        Told told = new Told();
        long first = templates.stream()
                .filter(line -> !line.isAdvance())
                .findFirst()
                .map(Line::timestamp)
                .orElse(0L);
        try (Subject engine = start.at(first)) {
            for (Line template : templates) {
                Line line = told.resolved(template);
                List<Line> emitted = engine.send(line);
                told.heard(emitted);
                lines.add(line);
                outputs.add(emitted);
                auditor.saw(line, emitted);
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

    /** The same finding from as few of the first {@code lines.size()} templates as can be left out one by one. */
    Audit shrunk(List<Line> templates, Subject.Start start) {
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
        text.append("-- the last line led to\n");
        outputs.get(outputs.size() - 1).forEach(output -> text.append(output).append('\n'));
        findings.forEach(finding -> text.append("-- ").append(finding).append('\n'));
        return text.toString();
    }
}
