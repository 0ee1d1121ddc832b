package io.exitbrain.topology.takeover;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The members of a group. */
public final class GroupMembers {

    private static final Logger log = LoggerFactory.getLogger(GroupMembers.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private GroupMembers() {}

    /**
     * The {@code group.instance.id} of each member of {@code group}, an empty text for a member without one. No member
     * if the brokers do not answer within 5 s.
     */
    public static Set<String> of(Admin admin, String group) {
        try {
            return admin
                    .describeConsumerGroups(
                            List.of(group), new DescribeConsumerGroupsOptions().timeoutMs((int) TIMEOUT.toMillis()))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .flatMap(described -> described.members().stream())
                    .map(member -> member.groupInstanceId().orElse(""))
                    .collect(Collectors.toSet());
        } catch (ExecutionException noAnswer) {
            log.debug("nobody tells who is in the group {}: {}", group, noAnswer.toString());
            return Set.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }
}
