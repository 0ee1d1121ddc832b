package io.exitbrain.acceptance.audit;

import io.exitbrain.audit.book.Books;
import io.exitbrain.audit.book.Terms;
import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.checks.Protection;
import io.exitbrain.audit.checks.StepAuditor;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.domain.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The auditor of the product, fed with lines that {@link OwnReader} reads. */
final class LineAuditor {

    private static final Protection NOT_MEASURED = new Protection() {

        @Override
        public void bare(String slot) {}

        @Override
        public void covered(String slot) {}

        @Override
        public void closed(String slot) {}
    };

    private final OwnReader reader = new OwnReader();
    private final StepAuditor auditor =
            new StepAuditor(new Books(Terms.of(Policy.DEFAULT)), false, NOT_MEASURED, finding -> {});

    /** Takes one input line and its outputs. */
    void observe(Line input, List<Line> outputs) {
        AuditRecord record = recordOf(input);
        auditor.observe(
                record,
                reader.read(record),
                outputs.stream().map(LineAuditor::recordOf).toList());
    }

    List<Finding> findings() {
        return auditor.findings();
    }

    private static AuditRecord recordOf(Line line) {
        return line.isAdvance()
                ? AuditRecord.clock(line.timestamp(), line.toString())
                : AuditRecord.at(
                        line.topic(),
                        line.topic(),
                        line.key(),
                        line.value().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        line.reason(),
                        line.timestamp());
    }
}
