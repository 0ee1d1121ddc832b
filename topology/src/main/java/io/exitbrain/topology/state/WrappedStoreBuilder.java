package io.exitbrain.topology.state;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds a store around an inner store. All configuration goes to the inner store. */
public final class WrappedStoreBuilder<I extends StateStore, O extends StateStore> implements StoreBuilder<O> {

    private final StoreBuilder<I> inner;
    private final Function<I, O> wrap;

    public WrappedStoreBuilder(StoreBuilder<I> inner, Function<I, O> wrap) {
        this.inner = inner;
        this.wrap = wrap;
    }

    @Override
    public O build() {
        return wrap.apply(inner.build());
    }

    @Override
    public StoreBuilder<O> withCachingEnabled() {
        inner.withCachingEnabled();
        return this;
    }

    @Override
    public StoreBuilder<O> withCachingDisabled() {
        inner.withCachingDisabled();
        return this;
    }

    @Override
    public StoreBuilder<O> withLoggingEnabled(Map<String, String> config) {
        inner.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<O> withLoggingDisabled() {
        inner.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return inner.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return inner.loggingEnabled();
    }

    @Override
    public String name() {
        return inner.name();
    }
}
