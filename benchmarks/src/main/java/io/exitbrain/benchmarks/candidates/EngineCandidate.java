package io.exitbrain.benchmarks.candidates;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.topology.vitals.Counts;
import io.exitbrain.topology.vitals.DecisionVitals;
import io.exitbrain.topology.vitals.Vitals;

/** The product itself: its own process with all rules and every input connected. */
final class EngineCandidate implements Candidate {

    private final EngineProcess engine;

    private EngineCandidate(EngineProcess engine) {
        this.engine = engine;
    }

    static Candidate start(Setup setup, Lane lane) {
        return new EngineCandidate(EngineProcess.start(setup.withoutHistory(lane)));
    }

    /** All inputs except the snapshots; each snapshot has opened one position. */
    @Override
    public long prices() {
        return vitals().inputs() - vitals().decisions().events(ExitEvent.Kind.PLANNED);
    }

    @Override
    public long commands() {
        Counts<DecisionVitals.Command> commands = vitals().decisions().commands();
        return commands.keys().stream().mapToLong(commands::of).sum();
    }

    private Vitals vitals() {
        return engine.vitals();
    }

    @Override
    public boolean hasEnded() {
        return engine.state().hasCompletedShutdown();
    }

    @Override
    public void close() {
        engine.close();
    }
}
