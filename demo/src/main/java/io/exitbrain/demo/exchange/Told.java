package io.exitbrain.demo.exchange;

/** A line of the engine's audit trail: what it decided, for which symbol, and why. */
public record Told(String event, String symbol, String reason, String detail) {}
