package io.exitbrain.lab.exchange;

/** How far the mark has gone from an entry, in quote currency, with the sign of the trade. Times are epoch milliseconds. */
public final class Excursion {

    private final double sign;
    private final double entry;
    private double best;
    private double worst;
    private long bestAt;
    private long worstAt;
    private double worstBeforeBest;
    private long worstBeforeBestAt;

    public Excursion(double sign, double entry, long time) {
        this.sign = sign;
        this.entry = entry;
        this.bestAt = time;
        this.worstAt = time;
        this.worstBeforeBestAt = time;
    }

    /** A copy that no later price changes. */
    public Excursion frozen() {
        Excursion copy = new Excursion(sign, entry, 0);
        copy.best = best;
        copy.worst = worst;
        copy.bestAt = bestAt;
        copy.worstAt = worstAt;
        copy.worstBeforeBest = worstBeforeBest;
        copy.worstBeforeBestAt = worstBeforeBestAt;
        return copy;
    }

    public void price(double price, long time) {
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

    public double best() {
        return best;
    }

    public double worst() {
        return worst;
    }

    public long bestAt() {
        return bestAt;
    }

    public long worstAt() {
        return worstAt;
    }

    /** The worst gain until the best one. */
    public double worstBeforeBest() {
        return worstBeforeBest;
    }

    public long worstBeforeBestAt() {
        return worstBeforeBestAt;
    }

    /** The price of the best mark. */
    public double bestPrice() {
        return entry + sign * best;
    }

    /** The gain from the entry to {@code price}. */
    public double gainTo(double price) {
        return sign * (price - entry);
    }
}
