package io.exitbrain.topology.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** What is known at this moment of the engine's place in its group, its progress and its brokers. All times are milliseconds. */
public interface Evidence {

    /** Why this process may have lost its partitions without knowing it; empty if the group has confirmed it. */
    Optional<String> doubt();

    /** The records of the inputs of {@code partition} that this process has not read yet; empty if it does not read them. */
    OptionalLong inputLag(int partition);

    /** The changelog records of the plans of {@code partition} that this process has not restored yet; empty if it has no copy. */
    OptionalLong restoreLag(int partition);

    /** The records of each input topic that this process has not read yet, up to the end of the log. */
    Map<String, Long> lagByTopic();

    /** The part of all lags that an open transaction of a producer hides. */
    long hiddenRecords();

    /** The time since a broker last answered. */
    long brokerSilenceMs();

    /** The partitions of our topics that have no leader. */
    List<TopicPartition> leaderless();

    /** The partitions of our topics whose last stable offset has stood for {@code minMs} while the log grew. */
    List<LogEnds.Held> held(long minMs);

    /** The partitions of the symbols that no instance has owned for {@code minMs}. */
    List<Integer> unowned(long minMs);

    /** The instances that own partitions and have not answered for {@code minMs}. */
    List<SilentPeer> silentPeers(long minMs);

    /** The number of instances of the group that own partitions. */
    int instances();

    /** The time for which the engine has been rebalancing or restoring without any progress; 0 if it runs. */
    long stuckMs();

    /** The records that the stores of this process must still restore before it decides. */
    long restoreRecords();

    /** The largest lag of a copy of the plans that this process keeps for another instance. */
    OptionalLong standbyLag();
}
