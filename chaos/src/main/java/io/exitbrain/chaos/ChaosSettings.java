package io.exitbrain.chaos;

import io.exitbrain.chaos.blow.BlowKind;
import io.exitbrain.demo.exchange.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run does.
 *
 * @param length how long there are blows; the last one may end later
 * @param lane the lane of the engines; empty = the engine's default, and so for {@code store}
 * @param store the kind of their stores
 * @param blows the kinds that the seed chooses from; empty = all that fit the brokers
 * @param most no more blows than this
 */
public record ChaosSettings(
        Duration length,
        long seed,
        Protocol protocol,
        Optional<String> lane,
        Optional<String> store,
        Feed feed,
        int brokers,
        int engines,
        List<BlowKind> blows,
        int most) {

    private static final int MOST_BROKERS = 5;
    private static final int MOST_ENGINES = 9;

    /** How the engines form a group, with times longer than the session that stock brokers give it. */
    public enum Protocol {
        CLASSIC(8_000),
        STREAMS(48_000);

        private final long pauseMs;

        Protocol(long pauseMs) {
            this.pauseMs = pauseMs;
        }

        long pauseMs() {
            return pauseMs;
        }
    }

    public ChaosSettings {
        requireIn("--brokers", brokers, MOST_BROKERS);
        requireIn("--engines", engines, MOST_ENGINES);
        requireIn("--most", most, Integer.MAX_VALUE);
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("--for must be longer than nothing, was " + length);
        }
        requirePossible(blows, brokers);
        blows = blows.isEmpty() ? BlowKind.fitting(brokers) : List.copyOf(blows);
        if (protocol == Protocol.STREAMS && lane.filter("fast"::equals).isPresent()) {
            throw new IllegalArgumentException("--lane fast needs --protocol classic");
        }
    }

    private static void requirePossible(List<BlowKind> blows, int brokers) {
        for (BlowKind kind : blows) {
            if (!kind.fits(brokers)) {
                throw new IllegalArgumentException(
                        "--blows: %s needs more than --brokers %d".formatted(kind.label(), brokers));
            }
            kind.missingTool().ifPresent(tool -> {
                throw new IllegalArgumentException(
                        "--blows: %s needs %s: install it, or leave the kind out".formatted(kind.label(), tool));
            });
        }
    }

    private static void requireIn(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be in [1, %d], was %d".formatted(option, most, value));
        }
    }

    /** As {@code key=value} of the engine. */
    List<String> engineSettings() {
        List<String> settings = new ArrayList<>();
        if (protocol == Protocol.STREAMS) {
            settings.add("kafka.group.protocol=streams");
        }
        lane.ifPresent(name -> settings.add("lane=" + name));
        store.ifPresent(kind -> settings.add("store=" + kind));
        return settings;
    }
}
