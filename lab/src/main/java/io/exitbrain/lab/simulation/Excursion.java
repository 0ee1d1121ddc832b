package io.exitbrain.lab.simulation;

/** How far the mark has gone from an entry, in quote currency, with the sign of the trade. Times are epoch milliseconds. */
final class Excursion {

    private final double sign;
    private final double entry;
    private double best;
    private double worst;
    private long bestAt;
    private long worstAt;
    private double worstBeforeBest;
    private long worstBeforeBestAt;

    Excursion(double sign, double entry, long time) {
        this.sign = sign;
        this.entry = entry;
        this.bestAt = time;
        this.worstAt = time;
        this.worstBeforeBestAt = time;
    }

    /** A copy that no later price changes. */
    Excursion frozen() {
        Excursion copy = new Excursion(sign, entry, 0);
        copy.best = best;
        copy.worst = worst;
        copy.bestAt = bestAt;
        copy.worstAt = worstAt;
        copy.worstBeforeBest = worstBeforeBest;
        copy.worstBeforeBestAt = worstBeforeBestAt;
        return copy;
    }

    void price(double price, long time) {
        double gain = sign * (price - entry);
        if (gain > best) {
            best = gain;
            bestAt = time;
            worstBeforeBest = worst;
            worstBeforeBestAt = worstAt;
        } else if (gain < worst) {
            worst = gain;
            worstAt = time;
        }
    }

    double best() {
        return best;
    }

    double worst() {
        return worst;
    }

    long bestAt() {
        return bestAt;
    }

    long worstAt() {
        return worstAt;
    }

    /** The worst gain until the best one. */
    double worstBeforeBest() {
        return worstBeforeBest;
    }

    long worstBeforeBestAt() {
        return worstBeforeBestAt;
    }

    /** The price of the best mark. */
    double bestPrice() {
        return entry + sign * best;
    }

    /** The gain from the entry to {@code price}. */
    double gainTo(double price) {
        return sign * (price - entry);
    }
}
