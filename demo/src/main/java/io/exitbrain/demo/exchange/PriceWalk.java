package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

/** The seeded price path of one contract: noise, changing trends and rare jumps. */
final class PriceWalk {

    private static final BigDecimal MILLION = new BigDecimal(1_000_000);
    private static final int[] TRENDS_PPM = {-300, -160, -60, 60, 160, 300};
    private static final int MIN_TREND_STEPS = 30;
    private static final int MAX_TREND_STEPS = 120;
    private static final int NOISE_TERMS = 4;
    private static final int NOISE_PPM = 350;
    private static final int STEPS_PER_JUMP = 500;
    private static final int MIN_JUMP_PPM = 4_000;
    private static final int MAX_JUMP_PPM = 12_000;
    /** If the price is further from the start price than this share, the next trend leads back. */
    private static final BigDecimal FAR_SHARE = new BigDecimal("0.2");

    private final Listing listing;
    private final SplittableRandom random;
    /** More precise than the tick, because small moves must add up. */
    private BigDecimal price;

    private int trendPpm;
    private int trendStepsLeft;

    PriceWalk(Listing listing, SplittableRandom random) {
        this.listing = listing;
        this.random = random;
        this.price = listing.startPrice();
    }

    BigDecimal next() {
        if (trendStepsLeft-- <= 0) {
            startTrend();
        }
        moveBy(trendPpm + noisePpm() + jumpPpm());
        return listing.toTick(price);
    }

    private void startTrend() {
        int chosen = TRENDS_PPM[random.nextInt(TRENDS_PPM.length)];
        int away = price.compareTo(listing.startPrice());
        trendPpm = isFar() ? -away * Math.abs(chosen) : chosen;
        trendStepsLeft = random.nextInt(MIN_TREND_STEPS, MAX_TREND_STEPS + 1);
    }

    private boolean isFar() {
        BigDecimal distance = price.subtract(listing.startPrice()).abs();
        return distance.compareTo(listing.startPrice().multiply(FAR_SHARE)) > 0;
    }

    /** A sum of uniform numbers, which is close to a normal distribution. */
    private int noisePpm() {
        int sum = 0;
        for (int term = 0; term < NOISE_TERMS; term++) {
            sum += random.nextInt(-NOISE_PPM, NOISE_PPM + 1);
        }
        return sum;
    }

    private int jumpPpm() {
        if (random.nextInt(STEPS_PER_JUMP) != 0) {
            return 0;
        }
        int size = random.nextInt(MIN_JUMP_PPM, MAX_JUMP_PPM + 1);
        return random.nextBoolean() ? size : -size;
    }

    private void moveBy(int ppm) {
        BigDecimal move = price.multiply(new BigDecimal(ppm)).divide(MILLION, scale(), RoundingMode.HALF_EVEN);
        price = price.add(move).setScale(scale(), RoundingMode.HALF_EVEN);
    }

    private int scale() {
        return listing.tick().scale() + 6;
    }
}
