package io.exitbrain.topology.process;

import io.exitbrain.logging.ProcessLock;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.balance.Balance;
import io.exitbrain.topology.balance.RebalanceRequest;
import io.exitbrain.topology.balance.RequestingClients;
import io.exitbrain.topology.brokers.StreamsGroup;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.evidence.EngineWatch;
import io.exitbrain.topology.evidence.RestoreProgress;
import io.exitbrain.topology.evidence.StreamsView;
import io.exitbrain.topology.history.Consumers;
import io.exitbrain.topology.http.QueryServer;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.takeover.GroupMembers;
import io.exitbrain.topology.takeover.OwnIdentity;
import io.exitbrain.topology.takeover.TakeOver;
import io.exitbrain.topology.transactions.TransactionWatch;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Puts the parts of an engine together; none of them runs yet. */
final class Assembly {

    private final Settings settings;
    private final FlowContext flow;
    private final Properties properties;
    private final StreamsConfig config;
    private final String group;
    private final Admin admin;
    private final RebalanceRequest rebalance = new RebalanceRequest();

    private Assembly(Settings settings, FlowContext flow, Properties properties, Admin admin) {
        this.settings = settings;
        this.flow = flow;
        this.properties = properties;
        this.config = new StreamsConfig(properties);
        this.group = groupOf(properties);
        this.admin = admin;
    }

    /** The parts of an engine whose queries {@code server} answers. They close {@code admin}. */
    static RunningParts parts(Settings settings, FlowContext flow, Admin admin, QueryServer server, ProcessLock lock) {
        Properties properties = StreamsSettings.of(settings, flow, server.advertised());
        Optional<OwnIdentity> identity = identity(settings, properties, admin);
        return new Assembly(settings, flow, properties, admin).parts(server, identity, lock);
    }

    /** Under which names the brokers will know this instance; empty if none takes over from another. */
    private static Optional<OwnIdentity> identity(Settings settings, Properties properties, Admin admin) {
        return settings.takeOver() && StreamsSettings.isClassic(properties)
                ? Optional.of(OwnIdentity.of(
                        properties, settings.stateDir(), () -> GroupMembers.of(admin, groupOf(properties))))
                : Optional.empty();
    }

    /** The consumer group is named after the application. */
    private static String groupOf(Properties properties) {
        return properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
    }

    private RunningParts parts(QueryServer server, Optional<OwnIdentity> identity, ProcessLock lock) {
        Topology topology = ExitTopology.of(flow, properties);
        KafkaStreams streams = streams(topology, identity);
        RestoreProgress restore = new RestoreProgress(EngineWatch::monotonicMs);
        StreamsView view = StreamsView.of(streams);
        EngineWatch watch = watch(view, server.advertised(), restore);
        server.serve(streams, watch, flow, Consumers.of(properties), topology.describe(), settings.limits());
        identity.ifPresent(own -> server.identify(own::json));
        return new RunningParts(
                streams,
                admin,
                server,
                watch,
                restore,
                balance(view),
                identity.map(own -> takeOver(own, watch)),
                transactions(watch),
                lock);
    }

    private KafkaStreams streams(Topology topology, Optional<OwnIdentity> identity) {
        KafkaClientSupplier all = StreamsSettings.clients(config, flow);
        KafkaClientSupplier clients =
                StreamsSettings.isClassic(properties) ? new RequestingClients(all, rebalance) : all;
        return new KafkaStreams(
                topology, config, identity.map(own -> own.noting(clients)).orElse(clients));
    }

    private Optional<Balance> balance(StreamsView view) {
        return StreamsSettings.isClassic(properties)
                ? Optional.of(new Balance(
                        view,
                        rebalance,
                        flow.partitions(),
                        config.getLong(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG)))
                : Optional.empty();
    }

    private EngineWatch watch(StreamsView view, String self, RestoreProgress restore) {
        return new EngineWatch(
                view,
                admin,
                Watched.of(settings, flow, config, self, groupSessionMs()),
                restore,
                EngineWatch::monotonicMs);
    }

    /** The session of a group with the streams protocol, after its settings were set; empty with the classic protocol. */
    private OptionalLong groupSessionMs() {
        if (StreamsSettings.isClassic(properties)) {
            return OptionalLong.empty();
        }
        return new StreamsGroup(admin, group).configure(config.getInt(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG));
    }

    private TakeOver takeOver(OwnIdentity own, EngineWatch watch) {
        return new TakeOver(
                own,
                admin,
                watch::others,
                settings.http().access(),
                flow.vitals().recoveries()::tookOver,
                EngineWatch::monotonicMs);
    }

    private Optional<TransactionWatch> transactions(EngineWatch watch) {
        return settings.endHangingTransactions()
                ? Optional.of(new TransactionWatch(
                        admin, group, watch::hiding, flow.vitals().recoveries()))
                : Optional.empty();
    }
}
