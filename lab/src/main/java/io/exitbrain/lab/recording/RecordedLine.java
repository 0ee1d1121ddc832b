package io.exitbrain.lab.recording;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.topology.replay.ExactValue;

/**
 * A record as a line of a recording:
 *
 * <pre>
 * {"topic":"mark-prices","key":"BTCUSDT","value":{...},"timestamp":1764000000000}
 * {"topic":"exit-events","partition":2,"offset":17,"key":"BTCUSDT","value":{...},"timestamp":1764000000000}
 * </pre>
 */
final class RecordedLine {

    private RecordedLine() {}

    /** The line of an input for a replay, without its end. */
    static String forReplay(AuditRecord record) {
        return "{\"topic\":" + ExactValue.quoted(record.topic()) + ',' + message(record) + '}';
    }

    /** The line of a record with its coordinates, and with the record that it was sent on from, without its end. */
    static String withCoordinates(AuditRecord record) {
        Coordinates at = record.coordinates().orElseThrow();
        return "{\"topic\":%s,\"partition\":%d,\"offset\":%d,"
                        .formatted(ExactValue.quoted(record.topic()), at.partition(), at.offset())
                + message(record)
                + record.reason()
                        .map(reason -> ",\"reason\":" + ExactValue.quoted(reason))
                        .orElse("")
                + record.origin()
                        .map(origin -> ",\"origin\":" + ExactValue.quoted(origin.toString()))
                        .orElse("")
                + '}';
    }

    private static String message(AuditRecord record) {
        return "\"key\":" + record.key().map(ExactValue::quoted).orElse("null") + ',' + ExactValue.field(record.value())
                + ",\"timestamp\":" + record.timestamp();
    }
}
