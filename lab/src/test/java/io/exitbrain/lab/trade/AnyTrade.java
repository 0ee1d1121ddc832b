package io.exitbrain.lab.trade;

import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Side;
import io.exitbrain.lab.trade.Ending.Exit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trade of a test: 1 R is 10 in quote currency, it was opened at noon and closed by its stop an hour later, without
 * costs.
 */
public record AnyTrade(Trade trade) {

    public static final double R = 10;

    private static final Instant FIRST_NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** @param day 0 for 2026-01-01 */
    public static AnyTrade of(int number, int day, double result) {
        long time = FIRST_NOON.plus(Duration.ofDays(day)).toEpochMilli();
        Opening opening =
                new Opening(number, "BTCUSDT", PositionSide.LONG, Side.LONG, "fill-" + number, time, 100, 1, R);
        long end = time + Duration.ofHours(1).toMillis();
        PricePath path = new PricePath(
                -0.5,
                time + 1_000,
                2,
                time + 2_000,
                3,
                -1,
                Optional.of(-1.0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
        return new AnyTrade(new Trade(
                opening,
                new Ending(Exit.STOP, end, 100 + result * R),
                new Money(result * R, 0, 0, 0, R),
                path,
                new Activity(1, 2, 0),
                Caution.NONE));
    }

    public AnyTrade ending(Exit exit, Duration after) {
        long end = trade.opening().time() + after.toMillis();
        return with(new Ending(exit, end, trade.ending().price()));
    }

    public AnyTrade censored() {
        return ending(Exit.OPEN, Duration.ofHours(1));
    }

    private AnyTrade with(Ending ending) {
        return new AnyTrade(
                new Trade(trade.opening(), ending, trade.money(), trade.path(), trade.activity(), trade.caution()));
    }

    public AnyTrade with(Money money) {
        return new AnyTrade(
                new Trade(trade.opening(), trade.ending(), money, trade.path(), trade.activity(), trade.caution()));
    }

    public AnyTrade with(PricePath path) {
        return new AnyTrade(
                new Trade(trade.opening(), trade.ending(), trade.money(), path, trade.activity(), trade.caution()));
    }

    public AnyTrade with(Activity activity) {
        return new AnyTrade(
                new Trade(trade.opening(), trade.ending(), trade.money(), trade.path(), activity, trade.caution()));
    }

    public AnyTrade with(Caution caution) {
        return new AnyTrade(
                new Trade(trade.opening(), trade.ending(), trade.money(), trade.path(), trade.activity(), caution));
    }

    /** Favourable excursion, R. */
    public AnyTrade withBest(double best) {
        PricePath p = trade.path();
        return with(new PricePath(
                p.worst(),
                p.worstAt(),
                best,
                p.bestAt(),
                p.bestAvailable(),
                p.worstAvailable(),
                p.locked(),
                p.oneRAt(),
                p.lockedAt(),
                p.cameBack(),
                p.watchedMs()));
    }

    /** When the mark was 1 R in profit and when the stop first secured some, after the opening. */
    public AnyTrade withLock(double locked, Optional<Duration> oneR, Optional<Duration> lockedAfter) {
        PricePath p = trade.path();
        return with(new PricePath(
                p.worst(),
                p.worstAt(),
                p.best(),
                p.bestAt(),
                p.bestAvailable(),
                p.worstAvailable(),
                Optional.of(locked),
                oneR.map(this::after),
                lockedAfter.map(this::after),
                p.cameBack(),
                p.watchedMs()));
    }

    private long after(Duration duration) {
        return trade.opening().time() + duration.toMillis();
    }

    public AnyTrade watched(Duration watched, Optional<Duration> cameBack) {
        PricePath p = trade.path();
        return with(new PricePath(
                p.worst(),
                p.worstAt(),
                p.best(),
                p.bestAt(),
                p.bestAvailable(),
                p.worstAvailable(),
                p.locked(),
                p.oneRAt(),
                p.lockedAt(),
                cameBack.map(Duration::toMillis),
                watched.toMillis()));
    }

    /** Trades of a policy with these results, so many a day. */
    public static PolicyTrades policy(String name, int perDay, double... results) {
        List<Trade> trades = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            trades.add(of(i, i / perDay, results[i]).trade());
        }
        return new PolicyTrades(name, false, trades);
    }

    public static PolicyTrades policy(String name, AnyTrade... trades) {
        return new PolicyTrades(
                name, false, List.of(trades).stream().map(AnyTrade::trade).toList());
    }
}
