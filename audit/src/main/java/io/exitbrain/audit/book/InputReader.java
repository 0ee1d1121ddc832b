package io.exitbrain.audit.book;

import io.exitbrain.audit.record.AuditRecord;

/** Says what a record of a keyed input topic means. */
@FunctionalInterface
public interface InputReader {

    /** Never throws: a record that cannot be used is {@link InputReading.Kind#INVALID}. */
    InputReading read(AuditRecord input);
}
