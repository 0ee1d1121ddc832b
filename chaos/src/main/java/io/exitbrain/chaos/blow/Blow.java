package io.exitbrain.chaos.blow;

/**
 * One blow, as the seed decides it.
 *
 * @param calmMs how long everything runs before it
 * @param target any number >= 0: modulo the number of processes it says which one is hit first
 * @param downMs how long what was killed stays away
 */
public record Blow(BlowKind kind, long calmMs, int target, long downMs) {}
