package io.exitbrain.lab.trade;

/**
 * What a policy did during a trade.
 *
 * @param stopMoves MOVE commands that were sent
 * @param commands all commands that were sent
 * @param withheld moves of the stop that were smaller than the smallest step that is sent
 */
public record Activity(int stopMoves, int commands, int withheld) {}
