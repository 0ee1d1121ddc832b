package io.exitbrain.chaos;

import io.exitbrain.chaos.blow.BlowKind;

/**
 * A blow, and what a reader saw of it. Times are milliseconds.
 *
 * @param atMs from the begin of the run
 * @param what the processes that were hit
 * @param gapMs the longest time in which a partition brought no command, from the blow until all were back
 * @param backMs from the blow until everything was back
 */
record BlowResult(BlowKind kind, long atMs, String what, long gapMs, long backMs) {}
