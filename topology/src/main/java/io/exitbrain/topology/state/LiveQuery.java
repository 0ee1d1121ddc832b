package io.exitbrain.topology.state;

import org.apache.kafka.streams.query.Query;

/**
 * A query that only the store of a processing task answers. A store that restores, is a standby, or is about to close does not know
 * every symbol of its partition: it fails the query instead of saying that a symbol is unknown.
 *
 * @param query the query that the stock store answers
 */
public record LiveQuery<R>(Query<R> query) implements Query<R> {}
