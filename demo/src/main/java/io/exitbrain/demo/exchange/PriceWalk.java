package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

/** The seeded price path of one contract: noise, trends that come and go, now and then a jump. */
final class PriceWalk {

    private static final BigDecimal MILLION = new BigDecimal(1_000_000);
    private static final int[] TRENDS_PPM = {-300, -160, -60, 60, 160, 300};
    private static final int SHORTEST_TREND_STEPS = 30;
    private static final int LONGEST_TREND_STEPS = 120;
    private static final int NOISE_TERMS = 4;
    private static final int NOISE_PPM = 350;
    private static final int STEPS_PER_JUMP = 500;
    private static final int SMALLEST_JUMP_PPM = 4_000;
    private static final int LARGEST_JUMP_PPM = 12_000;
    /** Past this share of the start price the next trend leads back, so that the path stays believable. */
    private static final BigDecimal FAR_SHARE = new BigDecimal("0.2");

    private final Instrument instrument;
    private final SplittableRandom random;
    /** Finer than the tick: small moves must add up. */
    private BigDecimal price;

    private int trendPpm;
    private int trendStepsLeft;

    PriceWalk(Instrument instrument, SplittableRandom random) {
        this.instrument = instrument;
        this.random = random;
        this.price = instrument.startPrice();
    }

    BigDecimal next() {
        if (trendStepsLeft-- <= 0) {
            startTrend();
        }
        moveBy(trendPpm + noisePpm() + jumpPpm());
        return instrument.toTick(price);
    }

    private void startTrend() {
        int chosen = TRENDS_PPM[random.nextInt(TRENDS_PPM.length)];
        int away = price.compareTo(instrument.startPrice());
        trendPpm = isFar() ? -away * Math.abs(chosen) : chosen;
        trendStepsLeft = random.nextInt(SHORTEST_TREND_STEPS, LONGEST_TREND_STEPS + 1);
    }

    private boolean isFar() {
        BigDecimal distance = price.subtract(instrument.startPrice()).abs();
        return distance.compareTo(instrument.startPrice().multiply(FAR_SHARE)) > 0;
    }

    /** A sum of even throws is close enough to a bell. */
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
        int size = random.nextInt(SMALLEST_JUMP_PPM, LARGEST_JUMP_PPM + 1);
        return random.nextBoolean() ? size : -size;
    }

    private void moveBy(int ppm) {
        BigDecimal move = price.multiply(new BigDecimal(ppm)).divide(MILLION, scale(), RoundingMode.HALF_EVEN);
        price = price.add(move).setScale(scale(), RoundingMode.HALF_EVEN);
    }

    private int scale() {
        return instrument.tick().scale() + 6;
    }
}
