package io.exitbrain.topology.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WatchedPeersTest {

    private static final String ADDRESS = "10.0.0.2:8003";
    private static final Identity IDENTITY = new Identity("exit-brain", Set.of("a-1"), Set.of("exit-brain-a-1"));

    private final WatchedPeers peers = new WatchedPeers();

    @BeforeEach
    void watch() {
        peers.told(ADDRESS, IDENTITY, 0);
    }

    @ParameterizedTest
    @CsvSource({"79, false", "80, true", "5000, true"})
    void shouldCallAPeerDeadWhenItsPortRefusesTwice(long laterMs, boolean isDead) {
        assertThat(peers.observe(ADDRESS, Port.REFUSES, 1_000)).isEmpty();

        assertThat(peers.observe(ADDRESS, Port.REFUSES, 1_000 + laterMs)
                        .filter(IDENTITY::equals)
                        .isPresent())
                .isEqualTo(isDead);
    }

    @Test
    void shouldNotCountRefusalsThatAreTooCloseToOneAnother() {
        for (long nowMs = 0; nowMs < 80; nowMs++) {
            assertThat(peers.observe(ADDRESS, Port.REFUSES, nowMs)).isEmpty();
        }

        assertThat(peers.observe(ADDRESS, Port.REFUSES, 80)).contains(IDENTITY);
    }

    @Test
    void shouldNeverCallASilentPeerDead() {
        for (long nowMs = 0; nowMs < 600_000; nowMs += 100) {
            assertThat(peers.observe(ADDRESS, Port.SILENT, nowMs)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "SILENT"})
    void shouldStartToCountAgainAfterAnyOtherAnswer(Port between) {
        peers.observe(ADDRESS, Port.REFUSES, 0);
        peers.observe(ADDRESS, between, 100);

        assertThat(peers.observe(ADDRESS, Port.REFUSES, 200)).isEmpty();
        assertThat(peers.observe(ADDRESS, Port.REFUSES, 300)).contains(IDENTITY);
    }

    @Test
    void shouldNotWatchAnAddressThatHasNeverToldWhoIsThere() {
        for (long nowMs = 0; nowMs < 1_000; nowMs += 100) {
            assertThat(peers.observe("10.0.0.3:8003", Port.REFUSES, nowMs)).isEmpty();
        }
    }

    @Test
    void shouldNotWatchAPeerThatStops() {
        peers.toldNothing(ADDRESS);

        peers.observe(ADDRESS, Port.REFUSES, 0);
        assertThat(peers.observe(ADDRESS, Port.REFUSES, 100)).isEmpty();
    }

    @Test
    void shouldRemoveOneLifeOnce() {
        peers.observe(ADDRESS, Port.REFUSES, 0);
        peers.observe(ADDRESS, Port.REFUSES, 100);

        peers.observe(ADDRESS, Port.REFUSES, 200);
        assertThat(peers.observe(ADDRESS, Port.REFUSES, 300)).isEmpty();
    }

    @Test
    void shouldKnowTheNewestLifeAtAnAddress() {
        Identity next = new Identity("exit-brain", Set.of("b-1"), Set.of("exit-brain-b-1"));
        peers.told(ADDRESS, next, 500);

        peers.observe(ADDRESS, Port.REFUSES, 600);
        assertThat(peers.observe(ADDRESS, Port.REFUSES, 700)).contains(next);
    }

    @Test
    void shouldForgetAPeerThatHasLeftTheGroup() {
        peers.keep(Set.of("10.0.0.3:8003"));

        peers.observe(ADDRESS, Port.REFUSES, 0);
        assertThat(peers.observe(ADDRESS, Port.REFUSES, 100)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "999, false", "1000, true"})
    void shouldAskAgainEverySecond(long nowMs, boolean mustTell) {
        assertThat(peers.mustTell(ADDRESS, nowMs)).isEqualTo(mustTell);
        assertThat(peers.mustTell("10.0.0.3:8003", nowMs)).isTrue();
    }
}
