package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Attempt;
import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Probe;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A probe that finds or hangs as a test says. While it hangs it ignores interrupts. */
final class ScriptedProbe implements Probe {

    static final Finding OK = Finding.ok(0.8);
    static final Finding SLOW = Finding.degraded(900, "Slow");
    static final Finding DOWN = Finding.down("Connection refused: h:1");

    final AtomicInteger checks = new AtomicInteger();
    final AtomicInteger hanging = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Finding finding;
    private volatile boolean hangs;

    ScriptedProbe(Finding finding) {
        this.finding = finding;
    }

    void find(Finding next) {
        finding = next;
    }

    void hang() {
        hangs = true;
    }

    void release() {
        hangs = false;
        released.countDown();
    }

    @Override
    public Finding check(Attempt attempt) {
        checks.incrementAndGet();
        if (hangs) {
            hanging.incrementAndGet();
            waitUninterruptibly();
            hanging.decrementAndGet();
        }
        return finding;
    }

    private void waitUninterruptibly() {
        while (true) {
            try {
                released.await();
                return;
            } catch (InterruptedException ignored) {
                // like a native call
            }
        }
    }
}
