package io.exitbrain.lab.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

/** A random walk of marks, with fills that open, add, and close. */
final class RandomRecording {

    private RandomRecording() {}

    static Recording of(long seed, int marks) {
        Random random = new Random(seed);
        Recording recording = new Recording();
        double price = 100;
        long time = 0;
        boolean isOpen = false;
        String side = "BUY";
        for (int i = 0; i < marks; i++) {
            time += random.nextInt(20) == 0 ? random.nextInt(30_000) : 1 + random.nextInt(2_000);
            price *= Math.exp(0.002 * random.nextGaussian());
            recording.mark(text(price), time);
            if (random.nextInt(60) == 0) {
                time += random.nextInt(50);
                int choice = random.nextInt(4);
                if (!isOpen) {
                    side = random.nextBoolean() ? "BUY" : "SELL";
                    recording.fill(side, "1", text(price), time);
                    isOpen = true;
                } else if (choice == 0) {
                    recording.fill(side, "0.5", text(price), time);
                } else if (choice == 1) {
                    recording.leverage(1 + random.nextInt(15), time);
                } else {
                    String other = side.equals("BUY") ? "SELL" : "BUY";
                    recording.fill(other, choice == 2 ? "0.3" : "9", text(price), time);
                    isOpen = choice == 2;
                    side = choice == 2 ? side : other;
                    isOpen |= choice == 3;
                }
            }
        }
        return recording;
    }

    private static String text(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
