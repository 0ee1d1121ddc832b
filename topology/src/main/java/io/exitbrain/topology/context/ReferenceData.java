package io.exitbrain.topology.context;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.serdes.input.ExitContextReader;
import io.exitbrain.serdes.input.InstrumentReader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the global topics say: instruments and contexts, readable from every stream thread. */
public final class ReferenceData {

    /** The key of the context of the whole account. */
    private static final String ACCOUNT = "*";

    private final AtomicLong revision = new AtomicLong();
    private final ReferenceTable<Instrument> instruments =
            new ReferenceTable<>("instruments", new InstrumentReader(), revision);
    private final ReferenceTable<ExitContext> contexts =
            new ReferenceTable<>("exit-context", new ExitContextReader(), revision);

    // most symbols have none of their own: one object for all of them, and no harm where threads differ on which
    private volatile @Nullable VersionedContext shared;

    public ReferenceTable<Instrument> instruments() {
        return instruments;
    }

    public ReferenceTable<ExitContext> contexts() {
        return contexts;
    }

    /** Grows with every change of any entry: what was read under an older revision is to be read again. */
    public long revision() {
        return revision.get();
    }

    private Instrument instrumentOf(String symbol) {
        return instruments.of(symbol).orElse(Instrument.UNKNOWN);
    }

    /** The symbol's own context over the account's, field by field. */
    private ExitContext exitContextOf(String symbol) {
        ExitContext account = contexts.of(ACCOUNT).orElse(ExitContext.NONE);
        return contexts.of(symbol).map(own -> own.over(account)).orElse(account);
    }

    /** What concerns {@code symbol} now: the same object as for the symbol before, unless something differs. */
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

    /** The global entries that cannot be used, as {@code topic/key}. */
    public Set<String> badEntries() {
        Set<String> bad = new TreeSet<>();
        instruments.badKeys().forEach(key -> bad.add("instruments/" + key));
        contexts.badKeys().forEach(key -> bad.add("exit-context/" + key));
        return bad;
    }

    /**
     * What a decision on a symbol is made under; most symbols of an engine share one object.
     *
     * @param revision the {@link ReferenceData#revision} under which it was read
     */
    public record VersionedContext(DecisionContext context, long revision) {}
}
