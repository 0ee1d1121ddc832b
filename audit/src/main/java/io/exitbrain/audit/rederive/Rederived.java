package io.exitbrain.audit.rederive;

import java.util.List;

/**
 * How the recorded commands compare with those that the rules give for the recorded inputs.
 *
 * @param matched commands that are equal
 * @param repeated recorded repeats of an EXIT, which depend on the clock and are not compared
 * @param caughtUp derived MOVEs and RESIZEs that a later recorded command replaced: the engine was catching up
 * @param skipped recorded commands of plans that are older than the record
 * @param unexplained commands without a counterpart. They are warnings: the order of inputs of several topics is not recorded
 * @param differences the first of them, one sentence each
 */
public record Rederived(
        long matched, long repeated, long caughtUp, long skipped, long unexplained, List<String> differences) {}
