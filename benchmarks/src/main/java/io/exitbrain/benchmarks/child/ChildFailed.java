package io.exitbrain.benchmarks.child;

/** A JVM that was to measure something did not; the message says which and why. */
public final class ChildFailed extends RuntimeException {

    public ChildFailed(String message) {
        super(message);
    }
}
