package io.exitbrain.topology;

import io.exitbrain.domain.Circumstances;
import io.exitbrain.domain.Context;
import io.exitbrain.domain.Instrument;
import io.exitbrain.domain.Policy;
import io.exitbrain.serdes.ExitContextReader;
import io.exitbrain.serdes.InstrumentReader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the global topics say: instruments and contexts, readable from every stream thread. */
public final class ReferenceData {

    /** The key of the context of the whole account. */
    private static final String ACCOUNT = "*";

    private final AtomicLong revision = new AtomicLong();
    private final Reference<Instrument> instruments = new Reference<>("instruments", new InstrumentReader(), revision);
    private final Reference<Context> contexts = new Reference<>("exit-context", new ExitContextReader(), revision);

    // most symbols have none of their own: one object for all of them, and no harm where threads differ on which
    private volatile @Nullable Surroundings shared;

    Reference<Instrument> instruments() {
        return instruments;
    }

    Reference<Context> contexts() {
        return contexts;
    }

    /** Grows with every change of any entry: what was read under an older revision is to be read again. */
    long revision() {
        return revision.get();
    }

    Instrument instrumentOf(String symbol) {
        return instruments.of(symbol).orElse(Instrument.UNKNOWN);
    }

    /** The symbol's own context over the account's, field by field. */
    Context contextOf(String symbol) {
        Context account = contexts.of(ACCOUNT).orElse(Context.NONE);
        return contexts.of(symbol).map(own -> own.over(account)).orElse(account);
    }

    /** What concerns {@code symbol} now: the same object as for the symbol before, unless something differs. */
    Surroundings around(String symbol, Policy policy) {
        long revision = revision();
        Surroundings now =
                new Surroundings(new Circumstances(policy, instrumentOf(symbol), contextOf(symbol)), revision);
        Surroundings before = shared;
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
}
