package io.exitbrain.topology.context;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.serdes.input.ExitContextReader;
import io.exitbrain.serdes.input.InstrumentReader;
import io.exitbrain.topology.vitals.Vitals;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The content of the global topics: instruments and contexts. Every stream thread can read it. */
public final class ReferenceData {

    /** The key of the context of the whole account. */
    private static final String ACCOUNT = "*";

    private final AtomicLong revision = new AtomicLong();
    private final ReferenceTable<Instrument> instruments;
    private final ReferenceTable<ExitContext> contexts;

    // Most symbols have no own entry and share this object. It does no harm if two threads use different objects.
    private volatile @Nullable VersionedContext shared;

    public ReferenceData(Vitals vitals) {
        instruments = new ReferenceTable<>("instruments", new InstrumentReader(), revision, vitals);
        contexts = new ReferenceTable<>("exit-context", new ExitContextReader(), revision, vitals);
    }

    public ReferenceTable<Instrument> instruments() {
        return instruments;
    }

    public ReferenceTable<ExitContext> contexts() {
        return contexts;
    }

    /** Grows with every change of an entry. A context read under an older revision must be read again. */
    public long revision() {
        return revision.get();
    }

    private Instrument instrumentOf(String symbol) {
        return instruments.of(symbol).orElse(Instrument.UNKNOWN);
    }

    /** The symbol's context, with absent fields taken from the account's context. */
    private ExitContext exitContextOf(String symbol) {
        ExitContext account = contexts.of(ACCOUNT).orElse(ExitContext.NONE);
        return contexts.of(symbol).map(own -> own.over(account)).orElse(account);
    }

    /** The current context of {@code symbol}. It is the object of the previous call if nothing differs. */
    VersionedContext contextOf(String symbol, Policy policy) {
        long revision = revision();
        VersionedContext now = new VersionedContext(
                new DecisionContext(policy, instrumentOf(symbol), exitContextOf(symbol)), revision);
        VersionedContext before = shared;
        if (before != null && before.equals(now)) {
            return before;
        }
        shared = now;
        return now;
    }

    /** The unusable global entries, as {@code topic/key}. */
    public Set<String> badEntries() {
        Set<String> bad = new TreeSet<>();
        instruments.badKeys().forEach(key -> bad.add("instruments/" + key));
        contexts.badKeys().forEach(key -> bad.add("exit-context/" + key));
        return bad;
    }

    /**
     * The context of a decision on a symbol. Most symbols share one object.
     *
     * @param revision the {@link ReferenceData#revision} at which it was read
     */
    public record VersionedContext(DecisionContext context, long revision) {}
}
