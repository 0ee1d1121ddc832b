package io.exitbrain.demo.exchange;

/** Receives every record that the engine commits to its topics, in order for each symbol. */
public interface EngineListener {

    default void onPlan(ReceivedPlan plan) {}

    /** The plan of this slot is deleted. The slot is {@code SYMBOL}, or {@code SYMBOL/LONG} in hedge mode. */
    default void onPlanClosed(String slot) {}

    default void onCommand(ReceivedCommand command) {}

    default void onEvent(AuditEvent event) {}

    default void onDeadLetter(String reason) {}

    /** A line of the engine's audit trail: what it decided, for which symbol, and why. */
    record AuditEvent(String event, String symbol, String reason, String detail) {}
}
