package io.exitbrain.topology.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class GroupRemovalTest {

    private final List<String> calls = new ArrayList<>();

    private final Admin admin = (Admin) Proxy.newProxyInstance(
            GroupRemovalTest.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                calls.add(method.getName());
                throw new AssertionError("no call is expected, was " + method);
            });

    /** A call without names would remove every member of the group. */
    @Test
    void shouldNotCallTheBrokersForAnInstanceWithoutNames() {
        assertThat(new GroupRemoval(admin, Duration.ofSeconds(1)).remove(Identity.of("exit-brain"), "a test"))
                .isCompletedWithValue(GroupRemoval.Outcome.HAD_LEFT);
        assertThat(calls).isEmpty();
    }
}
