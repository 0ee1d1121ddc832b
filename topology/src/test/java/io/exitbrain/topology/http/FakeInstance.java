package io.exitbrain.topology.http;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.evidence.FakeEvidence;
import io.exitbrain.topology.evidence.FakeStreams;
import io.exitbrain.topology.health.Build;
import io.exitbrain.topology.health.EngineHealth;
import io.exitbrain.topology.metrics.EngineMetrics;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.vitals.Vitals;
import java.util.List;

/** What an instance on {@link FakeStreams} answers from. */
final class FakeInstance {

    private FakeInstance() {}

    /** Lets {@code server} answer from {@code streams}. */
    static void serve(QueryServer server, FakeStreams streams, FakeEvidence evidence, Vitals vitals) {
        Build build = Build.of(Policy.DEFAULT);
        server.serve(new QueryServer.Served(
                Queries.of(streams, evidence, server.advertised(), server.access(), FakeStreams.PARTITIONS),
                new EngineHealth(
                        streams,
                        evidence,
                        vitals,
                        new ReferenceData(vitals),
                        HealthLimits.DEFAULT,
                        build,
                        System::currentTimeMillis),
                new EngineMetrics(new EngineMetrics.Subject(
                        streams, evidence, vitals, build, List::of, System::currentTimeMillis))));
    }
}
