package io.exitbrain.domain;

import java.util.Optional;

/** What happens to a plan's record: a new revision, or a tombstone (empty) once nothing is left to protect. */
public record PlanChange(String key, Optional<ExitPlan> plan) {}
