package io.exitbrain.lab.policydiff;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.topics.EngineTopics;
import io.exitbrain.audit.topics.Horizon;
import io.exitbrain.audit.topics.MergedReader;
import io.exitbrain.audit.topics.TopicRecord;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.serdes.input.ExitContextReader;
import io.exitbrain.serdes.input.InstrumentReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.output.OutputSerdes;
import io.exitbrain.topology.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** The plans of the open positions and the tables that planning reads, from the compacted topics: they are complete without an engine. */
final class OpenPlans {

    /** The key of the context of the whole account. */
    private static final String ACCOUNT = "*";

    private final Topics topics;
    private final Map<String, ExitPlan> plans = new TreeMap<>();
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, ExitContext> contexts = new HashMap<>();

    OpenPlans(Topics topics) {
        this.topics = topics;
    }

    /** Everything that is committed now. */
    static OpenPlans on(Properties client, Topics topics) {
        OpenPlans open = new OpenPlans(topics);
        try (Admin admin = Admin.create(client)) {
            EngineTopics read = EngineTopics.named(
                    admin,
                    topics,
                    List.of(
                            topics.instruments().name(),
                            topics.exitContext().name(),
                            topics.exitPlans().name()));
            try (MergedReader reader = MergedReader.open(
                    client, read.all(), (record, time) -> Optional.of(TopicRecord.of(record, time)))) {
                reader.read(read.all(), Horizon.ofCommitted(admin, read), open::add);
            }
        }
        return open;
    }

    /** Takes a record without the prefix of shadow mode. A later one of its key replaces it. */
    void add(AuditRecord record) {
        switch (record.topic()) {
            case "exit-plans" -> replaced(plans, record, plan(record));
            case "instruments" -> kept(instruments, record, new InstrumentReader());
            case "exit-context" -> kept(contexts, record, new ExitContextReader());
            default -> throw new IllegalArgumentException("no topic of plans or tables: " + record.topic());
        }
    }

    private Optional<ExitPlan> plan(AuditRecord record) {
        return record.value()
                .map(bytes -> OutputSerdes.exitPlan()
                        .deserializer()
                        .deserialize(topics.exitPlans().name(), bytes));
    }

    private static <T> void replaced(Map<String, T> entries, AuditRecord record, Optional<T> entry) {
        String key = record.key().orElse("");
        entries.remove(key);
        entry.ifPresent(present -> entries.put(key, present));
    }

    /** As in the engine, the last good entry of a key counts: a bad one changes nothing. */
    private static <T> void kept(Map<String, T> entries, AuditRecord record, MessageReader<T> reader) {
        if (record.value().isEmpty()) {
            replaced(entries, record, Optional.empty());
            return;
        }
        reader.read(record.key().orElse(null), record.value().get(), record.timestamp())
                .<Optional<T>>fold(
                        accepted -> Optional.of(accepted.message()),
                        refused -> Optional.empty(),
                        skipped -> Optional.empty(),
                        several -> Optional.empty())
                .ifPresent(entry -> replaced(entries, record, Optional.of(entry)));
    }

    /** Each open position by symbol, with the plan that {@code policy} would give it at {@code time}, epoch milliseconds. */
    List<Replanned> under(Policy policy, long time) {
        return plans.values().stream()
                .map(plan -> Replanned.of(plan, context(plan.symbol(), policy), time))
                .toList();
    }

    private DecisionContext context(String symbol, Policy policy) {
        ExitContext account = contexts.getOrDefault(ACCOUNT, ExitContext.NONE);
        return new DecisionContext(
                policy,
                instruments.getOrDefault(symbol, Instrument.UNKNOWN),
                contexts.getOrDefault(symbol, ExitContext.NONE).over(account));
    }
}
