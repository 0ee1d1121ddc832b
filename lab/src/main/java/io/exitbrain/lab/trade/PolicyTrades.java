package io.exitbrain.lab.trade;

import java.util.List;

/**
 * All trades under one policy, in the order of their openings. All policies of one run have the same openings.
 *
 * @param policy the name that the user gave, or that of a reference row
 * @param isReference whether it is no policy but something to compare with, such as what really happened
 */
public record PolicyTrades(String policy, boolean isReference, List<Trade> trades) {

    public PolicyTrades {
        trades = List.copyOf(trades);
    }
}
