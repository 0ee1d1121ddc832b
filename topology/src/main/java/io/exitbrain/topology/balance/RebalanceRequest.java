package io.exitbrain.topology.balance;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether this instance wants the partitions to be shared out again. Any thread may ask; the next poll of a stream thread takes it. */
public final class RebalanceRequest {

    private final AtomicBoolean wanted = new AtomicBoolean();

    void ask() {
        wanted.set(true);
    }

    /** True once for each time somebody has asked. */
    boolean take() {
        return wanted.get() && wanted.getAndSet(false);
    }
}
