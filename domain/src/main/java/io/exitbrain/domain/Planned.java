package io.exitbrain.domain;

import java.util.Optional;

/**
 * A plan as the planner made it.
 *
 * @param exitAtOnce why the position is closed instead of protected; empty normally
 * @param failure what went wrong where the plan is the fallback for it
 */
record Planned(LivingPlan plan, Rule rule, Optional<Reason> exitAtOnce, Optional<String> failure) {}
