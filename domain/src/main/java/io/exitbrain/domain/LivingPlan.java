package io.exitbrain.domain;

/**
 * The plan of a living position instance, with everything that must survive a crash.
 *
 * @param instrument the filters its prices and quantities were rounded with, refreshed at each revision
 * @param revision grows with each emission of the plan
 * @param updatedAt time of the newest revision, epoch milliseconds
 */
public record LivingPlan(
        Identity identity,
        Terms terms,
        Ladder ladder,
        Stop stop,
        Orders orders,
        Instrument instrument,
        int revision,
        long updatedAt) {}
