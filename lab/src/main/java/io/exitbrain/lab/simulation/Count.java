package io.exitbrain.lab.simulation;

/** What is counted while a recording is run again: what the assumptions of the model did to its records. */
public enum Count {
    /** Mark prices that counted. */
    PRICES("mark prices"),
    /** Prices older than the newest one of their symbol. They count for nothing. */
    STALE_PRICES("prices older than the newest one"),
    /** Prices times open runs. */
    EVALUATIONS("prices x open trades of policies"),
    /** Fills that were seen before. */
    DUPLICATE_FILLS("fills seen before"),
    /** Fills whose identity was seen with another price or quantity. As in the engine, the first one counts. */
    CONTRADICTORY_FILLS("fills seen before with another price or quantity"),
    /** Fills that opened a trade. */
    OPENINGS("trades opened"),
    /** Fills that added to a trade. */
    ADDS("fills that added"),
    /** Adds to a trade that a policy had closed already: they were dropped, or opened it again. */
    ADDS_WHEN_FLAT("adds for a policy that was flat"),
    /** Closing fills that the engine caused. Each policy makes its own instead. */
    ENGINE_EXITS("closing fills that the engine caused"),
    /** Closing fills that the strategy caused. */
    STRATEGY_EXITS("closing fills of the strategy"),
    /** Fills of a position that was open before the recording, and fills that may only close and close nothing that is known. */
    LEFT_OUT_FILLS("fills of positions that were open before the recording"),
    /** Trades that a row of the exchange says are flat, without a fill. */
    CLOSED_WITHOUT_FILL("trades closed without a fill"),
    /** Trades of policies that were open when the recorded trade ended. */
    OUTLIVED("trades of policies that outlived the recorded one"),
    /** Records that could not be read. */
    REFUSED("records that could not be read");

    private final String title;

    Count(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
