package io.exitbrain.audit;

import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.checks.StepAuditor;
import io.exitbrain.audit.steps.Judge;
import io.exitbrain.audit.steps.Step;
import java.util.function.Consumer;

/** Judges steps by the checks; {@code sink} gets each step. */
record StepJudge(StepAuditor checks, Consumer<Step> sink) implements Judge {

    @Override
    public boolean mayBeQuiet(InputReading reading) {
        return checks.mayBeQuiet(reading);
    }

    @Override
    public void take(Step step) {
        sink.accept(step);
    }

    @Override
    public Judge trial(String symbol) {
        StepAuditor trial = checks.trial(symbol);
        return new StepJudge(trial, step -> trial.observe(step.input(), step.reading(), step.outputs()));
    }

    @Override
    public long violations() {
        return checks.total();
    }
}
