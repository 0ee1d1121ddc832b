package io.exitbrain.topology.process;

import io.exitbrain.domain.policy.Mode;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.evidence.EngineWatch;
import io.exitbrain.topology.settings.Settings;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.StreamsConfig;

/** What of a running engine is watched from outside its flow. */
final class Watched {

    /** Time that an answer of the coordinator may be on its way before its session counts as ended, milliseconds. */
    private static final long MARGIN_MS = 500;

    /** With the streams protocol the brokers set the session, 45 s by default; a heartbeat then comes every 5 s. */
    private static final long STREAMS_SILENCE_MS = 12_000;

    private Watched() {}

    /**
     * What is watched of an engine with {@code config}.
     *
     * @param self the address under which the other instances know this one
     * @param groupSessionMs the session of the group where the brokers set it, milliseconds
     */
    static EngineWatch.Subject of(
            Settings settings, FlowContext flow, StreamsConfig config, String self, OptionalLong groupSessionMs) {
        return new EngineWatch.Subject(
                self,
                settings.http().access(),
                flow.partitions(),
                topics(settings, flow),
                silenceMs(config, groupSessionMs));
    }

    /** The topics that the engine reads or writes, and the changelogs of its stores. */
    private static Collection<String> topics(Settings settings, FlowContext flow) {
        Mode mode = flow.policy().mode();
        Set<String> topics = new TreeSet<>(Topics.live().inputNames());
        topics.addAll(Topics.of(mode).outputNames());
        String application = StreamsSettings.applicationId(settings, mode);
        List.of(ExitTopology.PLANS_STORE, ExitTopology.POSITIONS_STORE)
                .forEach(store -> topics.add(application + "-" + store + "-changelog"));
        return topics;
    }

    private static long silenceMs(StreamsConfig config, OptionalLong groupSessionMs) {
        boolean isClassic =
                GroupProtocol.CLASSIC.name().equalsIgnoreCase(config.getString(StreamsConfig.GROUP_PROTOCOL_CONFIG));
        Object session = config.getMainConsumerConfigs("", "", 0).get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
        return isClassic
                ? Long.parseLong(String.valueOf(session)) - MARGIN_MS
                : Math.min(STREAMS_SILENCE_MS, groupSessionMs.orElse(STREAMS_SILENCE_MS) - MARGIN_MS);
    }
}
