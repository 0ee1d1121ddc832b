package io.exitbrain.topology.takeover;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names under which the brokers know an instance, for one life of its process.
 *
 * @param application the application id, which is the consumer group
 * @param members the {@code group.instance.id} of each stream thread
 * @param transactionalIds the transactional id of each producer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Identity(String application, Set<String> members, Set<String> transactionalIds) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Identity {
        Objects.requireNonNull(application, "application");
        members = Set.copyOf(members);
        transactionalIds = Set.copyOf(transactionalIds);
    }

    static Identity of(String application) {
        return new Identity(application, Set.of(), Set.of());
    }

    /** The identity in {@code json}; empty if it is none. */
    static Optional<Identity> in(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, Identity.class));
        } catch (JsonProcessingException notAnIdentity) {
            return Optional.empty();
        }
    }

    String json() {
        ObjectNode body = JSON.createObjectNode().put("application", application);
        new TreeSet<>(members).forEach(body.putArray("members")::add);
        new TreeSet<>(transactionalIds).forEach(body.putArray("transactionalIds")::add);
        return body.toString();
    }

    Identity withMember(String member) {
        return new Identity(application, with(members, member), transactionalIds);
    }

    Identity withTransactionalId(String id) {
        return new Identity(application, members, with(transactionalIds, id));
    }

    /** The name that the members of this life have in common, if {@code present} are members of this life only. */
    Optional<String> nameAmong(Set<String> present) {
        Set<String> names = members.stream().map(Identity::name).collect(Collectors.toSet());
        return !present.isEmpty() && members.containsAll(present) && names.size() == 1
                ? names.stream().findFirst()
                : Optional.empty();
    }

    /** This identity without the members of {@code name}: the next life will have their places. */
    Identity withoutMembersOf(String name) {
        return new Identity(
                application,
                members.stream().filter(member -> !name(member).equals(name)).collect(Collectors.toSet()),
                transactionalIds);
    }

    /** Streams appends the number of the thread. */
    private static String name(String member) {
        return member.replaceFirst("-\\d+$", "");
    }

    private static Set<String> with(Set<String> all, String one) {
        Set<String> more = new TreeSet<>(all);
        more.add(one);
        return more;
    }
}
