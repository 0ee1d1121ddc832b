package io.exitbrain.benchmarks.child;

/** A child JVM has failed; the message says which one and why. */
public final class ChildFailed extends RuntimeException {

    public ChildFailed(String message) {
        super(message);
    }
}
