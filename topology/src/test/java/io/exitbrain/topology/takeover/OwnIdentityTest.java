package io.exitbrain.topology.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnIdentityTest {

    private static final String KEY = StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);

    private Optional<Identity> former = Optional.empty();

    @TempDir
    private Path stateDir;

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "exit-brain");
        return properties;
    }

    private OwnIdentity life() {
        return OwnIdentity.of(properties(), stateDir, Set::of);
    }

    @Test
    void shouldGiveEachLifeANameOfItsOwn() {
        Properties one = properties();
        Properties other = properties();
        OwnIdentity.of(one, stateDir, Set::of);
        OwnIdentity.of(other, stateDir, Set::of);

        assertThat(one.getProperty(KEY)).isNotBlank().isNotEqualTo(other.getProperty(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group.instance.id", "consumer.group.instance.id", "main.consumer.group.instance.id"})
    void shouldLeaveTheNameThatTheUserHasSet(String key) {
        Properties properties = properties();
        properties.put(key, "mine");
        OwnIdentity.of(properties, stateDir, Set::of);

        assertThat(properties).containsEntry(key, "mine").hasSize(2);
    }

    @Test
    void shouldKnowWhatTheLifeBeforeHasLeftOpen() {
        OwnIdentity crashed = life();
        crashed.addMember("a-1");
        crashed.addMember("a-2");
        crashed.addTransactionalId("exit-brain-p-1");

        assertThat(life().former())
                .contains(new Identity("exit-brain", Set.of("a-1", "a-2"), Set.of("exit-brain-p-1")));
    }

    /** The name of the next life after one of two threads crashed, which knew itself as a-1 and a-2, with these members in the group. */
    private Properties nextLife(Set<String> members) {
        OwnIdentity crashed = life();
        crashed.addMember("a-1");
        crashed.addMember("a-2");
        crashed.addTransactionalId("exit-brain-p-1");
        Properties next = properties();
        former = OwnIdentity.of(next, stateDir, () -> members).former();
        return next;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-1,a-2", "a-1"})
    void shouldTakeItsOldPlaceWhereNobodyElseIs(String members) {
        assertThat(nextLife(Set.of(members.split(",")))).containsEntry(KEY, "a");
        assertThat(former)
                .as("only the transactions are to be ended")
                .contains(new Identity("exit-brain", Set.of(), Set.of("exit-brain-p-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-1,a-2,b-1", "b-1", "a-1,"})
    void shouldHaveANewNameWhereOthersAre(String members) {
        Set<String> present = Set.of(members.split(",", -1));

        assertThat(nextLife(present).getProperty(KEY)).isNotBlank().isNotEqualTo("a");
        assertThat(former).contains(new Identity("exit-brain", Set.of("a-1", "a-2"), Set.of("exit-brain-p-1")));
    }

    @Test
    void shouldHaveANewNameInAnEmptyGroup() {
        assertThat(nextLife(Set.of()).getProperty(KEY)).isNotEqualTo("a");
    }

    @Test
    void shouldForgetALifeThatClosed() {
        OwnIdentity closed = life();
        closed.addMember("a-1");
        closed.closed();

        assertThat(life().former()).isEmpty();
    }

    @Test
    void shouldTellWhatAnotherInstanceReads() {
        OwnIdentity own = life();
        own.addMember("a-1");
        own.addTransactionalId("exit-brain-p-1");

        assertThat(Identity.in(own.json())).contains(own.now());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{}", "{\"members\":[],\"transactionalIds\":[]}", "{\"application\":\"a\"}"})
    void shouldReadNothingElse(String text) throws IOException {
        Files.writeString(stateDir.resolve("exit-brain.identity.json"), text);

        assertThat(Identity.in(text)).isEqualTo(Optional.empty());
        assertThat(life().former()).isEmpty();
    }

    @Test
    void shouldGoOnWhenTheDiskIsFull() throws IOException {
        Path lost = stateDir.resolve("lost");
        OwnIdentity own = OwnIdentity.of(properties(), lost, Set::of);
        own.addMember("a-1");

        Files.createDirectory(lost);
        own.addMember("a-2");

        assertThat(OwnIdentity.of(properties(), lost, Set::of).former())
                .contains(new Identity("exit-brain", Set.of("a-1", "a-2"), Set.of()));
    }
}
