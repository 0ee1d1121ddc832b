package io.exitbrain.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Recordings of a made-up market: one price in ten minutes, and some trades a day that the strategy closes after ten hours. */
final class SyntheticDays {

    private static final long START = 1_762_000_000_000L / 86_400_000 * 86_400_000;
    private static final long STEP_MS = 600_000;
    private static final int STEPS_A_DAY = (int) (86_400_000 / STEP_MS);
    private static final int HELD_STEPS = 60;
    private static final double VOLATILITY = 0.003;

    private SyntheticDays() {}

    /**
     * The lines of a recording.
     *
     * @param momentum how much of the last hours' mean step, in its direction, is in the next step; 0 is a random walk
     */
    static List<String> of(int days, double momentum, long seed) {
        List<String> lines = new ArrayList<>();
        Random random = new Random(seed);
        for (String symbol : new String[] {"A", "B", "C"}) {
            lines.add(
                    "{\"topic\":\"instruments\",\"key\":\"%s\",\"value\":{\"tickSize\":\"0.01\",\"stepSize\":\"0.001\"},\"timestamp\":%d}"
                            .formatted(symbol, START));
            symbol(lines, symbol, days, momentum, random);
        }
        return lines;
    }

    private static void symbol(List<String> lines, String symbol, int days, double momentum, Random random) {
        double price = 100;
        double trend = 0;
        int openedAt = -1;
        boolean isLong = true;
        for (int step = 0; step < days * STEPS_A_DAY; step++) {
            double noise = VOLATILITY * random.nextGaussian();
            double change = noise + momentum * trend;
            trend = 0.9 * trend + 0.1 * Math.signum(change) * VOLATILITY;
            price *= Math.exp(change);
            long time = START + step * STEP_MS;
            lines.add(String.format(
                    Locale.ROOT,
                    "{\"topic\":\"mark-prices\",\"key\":\"%s\",\"value\":{\"markPrice\":\"%.2f\",\"time\":%d},\"timestamp\":%d}",
                    symbol,
                    price,
                    time,
                    time));
            if (openedAt < 0 && step % HELD_STEPS == 5) {
                // With momentum the strategy enters with the trend.
                isLong = momentum > 0 ? trend > 0 : random.nextBoolean();
                openedAt = step;
                lines.add(fill(symbol, isLong ? "BUY" : "SELL", price, time, lines.size()));
            } else if (openedAt >= 0 && step - openedAt >= HELD_STEPS - 10) {
                openedAt = -1;
                lines.add(fill(symbol, isLong ? "SELL" : "BUY", price, time, lines.size()));
            }
        }
    }

    private static String fill(String symbol, String side, double price, long time, int number) {
        return String.format(
                Locale.ROOT,
                "{\"topic\":\"order-fills\",\"key\":\"%1$s\",\"value\":{\"symbol\":\"%1$s\",\"side\":\"%2$s\",\"price\":\"%3$.2f\","
                        + "\"quantity\":\"1\",\"fillId\":\"%4$d\",\"time\":%5$d},\"timestamp\":%5$d}",
                symbol,
                side,
                price,
                number,
                time);
    }
}
