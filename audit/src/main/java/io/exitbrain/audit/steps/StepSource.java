package io.exitbrain.audit.steps;

import io.exitbrain.audit.record.AuditRecord;

/** Takes records and finds the steps in them. */
public interface StepSource {

    void feed(AuditRecord record);

    /** No more records come: every step is passed on. */
    void finish();
}
