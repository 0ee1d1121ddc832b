package io.exitbrain.lab.recording;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Records for tests. */
final class Entries {

    private Entries() {}

    /** A record with the value {@code {}}. */
    static AuditRecord entry(String topic, int partition, String key, long timestamp) {
        return entry(topic, partition, key, Optional.of("{}"), timestamp);
    }

    static AuditRecord entry(String topic, int partition, String key, Optional<String> value, long timestamp) {
        return AuditRecord.at(
                        topic + "@" + timestamp,
                        topic,
                        Optional.of(key),
                        value.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        timestamp)
                .at(new Coordinates(topic, partition, timestamp));
    }
}
