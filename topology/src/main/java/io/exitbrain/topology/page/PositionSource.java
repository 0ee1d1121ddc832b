package io.exitbrain.topology.page;

/** The open positions of all instances. */
@FunctionalInterface
public interface PositionSource {

    /** The positions now. A partition that cannot be read is named as missing, it does not fail the others. */
    Positions positions();
}
