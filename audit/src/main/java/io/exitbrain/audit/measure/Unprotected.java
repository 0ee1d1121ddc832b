package io.exitbrain.audit.measure;

import java.util.Optional;

/**
 * A time in which a position was not protected.
 *
 * @param slot the key of its plan: symbol, in hedge mode with the side
 * @param from epoch milliseconds
 * @param to epoch milliseconds; empty = until the end of the record
 * @param source who says so: {@code audit}, or {@code engine} by its events UNPROTECTED and PROTECTED
 */
public record Unprotected(String slot, long from, Optional<Long> to, String source) {}
