package io.exitbrain.chaos.blow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An endless sequence of blows. The same seed and kinds give the same sequence; each kind comes once before one comes again. */
public final class BlowSequence {

    private static final long MIN_CALM_MS = 1_500;
    private static final long MAX_CALM_MS = 5_000;
    private static final long MAX_DOWN_MS = 4_000;

    private final Random random;
    private final List<BlowKind> kinds;
    private final List<BlowKind> left = new ArrayList<>();

    public BlowSequence(long seed, List<BlowKind> kinds) {
        this.random = new Random(seed);
        this.kinds = List.copyOf(kinds);
    }

    public Blow next() {
        if (left.isEmpty()) {
            left.addAll(kinds);
        }
        BlowKind kind = left.remove(random.nextInt(left.size()));
        long calmMs = random.nextLong(MIN_CALM_MS, MAX_CALM_MS);
        return new Blow(kind, calmMs, random.nextInt(1 << 16), random.nextLong(MAX_DOWN_MS));
    }
}
