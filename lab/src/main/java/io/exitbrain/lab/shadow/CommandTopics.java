package io.exitbrain.lab.shadow;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.audit.topics.Answer;
import io.exitbrain.audit.topics.Begins;
import io.exitbrain.audit.topics.EngineTopics;
import io.exitbrain.audit.topics.Horizon;
import io.exitbrain.audit.topics.MergedReader;
import io.exitbrain.audit.topics.TopicRecord;
import io.exitbrain.audit.topics.TopicsUnreadable;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.serdes.output.OutputSerdes;
import io.exitbrain.topology.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** Reads the commands of the live engine and of the shadow engine. */
final class CommandTopics {

    private CommandTopics() {}

    /** Everything from {@code since} on that is committed now; throws {@link TopicsUnreadable} if a topic is missing. */
    static Comparison compared(Properties client, Instant since) {
        try (Admin admin = Admin.create(client)) {
            requireShadow(Answer.of(admin.listTopics().names()));
            Runs live = runs(client, admin, Topics.live(), since);
            return Comparison.of(live, runs(client, admin, Topics.shadow(), since));
        }
    }

    private static void requireShadow(Set<String> existing) {
        String shadow = Topics.shadow().commands().name();
        if (!existing.contains(shadow)) {
            throw new TopicsUnreadable("the topic " + shadow
                    + " does not exist: no engine with the policy exit-brain: {mode: shadow} has run on these brokers");
        }
    }

    private static Runs runs(Properties client, Admin admin, Topics topics, Instant since) {
        Runs runs = new Runs();
        EngineTopics read =
                EngineTopics.named(admin, topics, List.of(topics.commands().name()));
        Horizon horizon = Horizon.ofCommitted(admin, read);
        try (MergedReader reader =
                MergedReader.open(client, read.all(), (record, time) -> Optional.of(TopicRecord.of(record, time)))) {
            reader.seek(Begins.of(admin, read, since, horizon).offsets());
            reader.read(read.all(), horizon, record -> add(runs, topics, record));
        }
        return runs;
    }

    private static void add(Runs runs, Topics topics, AuditRecord record) {
        String topic = topics.commands().name();
        Coordinates at = record.coordinates().orElseThrow();
        String place = new Coordinates(topic, at.partition(), at.offset()).toString();
        record.value()
                .map(bytes -> OutputSerdes.stopCommand().deserializer().deserialize(topic, bytes))
                .ifPresent((StopCommand command) -> runs.add(command, place, record.timestamp()));
    }
}
