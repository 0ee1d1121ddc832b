package io.exitbrain.benchmarks.pieces;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.serdes.state.SymbolStateSerde;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Encoding and decoding the state of a symbol. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StateCodec {

    private static final String TOPIC = "";

    private final Serializer<SymbolState> serializer = new SymbolStateSerde().serializer();
    private final Deserializer<SymbolState> deserializer = new SymbolStateSerde().deserializer();
    private final SymbolState state = ArmedSymbol.state();
    private final byte[] bytes = serializer.serialize(TOPIC, state);

    @Benchmark
    public byte[] encode() {
        return serializer.serialize(TOPIC, state);
    }

    @Benchmark
    public SymbolState decode() {
        return deserializer.deserialize(TOPIC, bytes);
    }
}
