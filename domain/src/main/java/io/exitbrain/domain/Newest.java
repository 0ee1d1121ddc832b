package io.exitbrain.domain;

import java.util.Optional;

/**
 * The newest things known of a symbol.
 *
 * @param mark the newest mark price
 * @param eventTime newest time of any input, epoch milliseconds
 * @param otherTime newest time of an input that is no price, epoch milliseconds
 */
public record Newest(Optional<Mark> mark, long eventTime, long otherTime) {}
