package io.exitbrain.lab.simulation;

/**
 * What happens with fills of the strategy where a policy holds another position than the recorded one.
 *
 * @param keepsExits whether fills that close close the trades of the policies, too
 * @param addsOpen whether a fill that adds opens the trade of a policy again, if that has closed it already; else it is dropped
 */
public record StrategyFills(boolean keepsExits, boolean addsOpen) {

    public static final StrategyFills DEFAULT = new StrategyFills(true, false);
}
