package io.exitbrain.lab.simulation;

import io.exitbrain.domain.policy.Policy;

/** A policy and the name that the user gave it. */
public record NamedPolicy(String name, Policy policy) {}
