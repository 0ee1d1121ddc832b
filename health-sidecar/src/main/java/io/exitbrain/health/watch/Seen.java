package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Finding;

/** A finding and when it was made. */
record Seen(long atNanos, Finding finding) {}
