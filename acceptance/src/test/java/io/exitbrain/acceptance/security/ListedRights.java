package io.exitbrain.acceptance.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights that docs/security.md lists, as ACLs of a user. */
final class ListedRights {

    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| (topic|topics that begin with|group|transactional ids that begin with|cluster) \\| ([^|]*) \\| ([A-Z_, ]+) \\|");
    /** What stands before the second table. */
    private static final String STREAMS = "With `kafka.group.protocol=streams` also:";

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Map<String, ResourceType> TYPES = Map.of(
            "topic", ResourceType.TOPIC,
            "topics that begin with", ResourceType.TOPIC,
            "group", ResourceType.GROUP,
            "transactional ids that begin with", ResourceType.TRANSACTIONAL_ID,
            "cluster", ResourceType.CLUSTER);

    private ListedRights() {}

    /** Those that {@code user} needs with the classic protocol. */
    static List<AclBinding> of(String user) {
        return in(page().split(STREAMS, 2)[0], user);
    }

    /** Those that {@code user} needs with the streams protocol beside {@link #of(String)}. */
    static List<AclBinding> ofStreamsProtocol(String user) {
        return in(page().split(STREAMS, 2)[1], user);
    }

    private static List<AclBinding> in(String text, String user) {
        List<AclBinding> rights = new ArrayList<>();
        ROW.matcher(text).results().forEach(row -> rights.addAll(of(row, user)));
        return rights;
    }

    private static List<AclBinding> of(MatchResult row, String user) {
        PatternType pattern = row.group(1).endsWith("begin with") ? PatternType.PREFIXED : PatternType.LITERAL;
        return NAME.matcher(row.group(2))
                .results()
                .map(name -> new ResourcePattern(TYPES.get(row.group(1)), name.group(1), pattern))
                .flatMap(resource -> Arrays.stream(row.group(3).split(",", -1))
                        .map(operation -> right(resource, operation.strip(), user)))
                .toList();
    }

    private static AclBinding right(ResourcePattern resource, String operation, String user) {
        return new AclBinding(
                resource,
                new AccessControlEntry(
                        "User:" + user,
                        "*",
                        AclOperation.valueOf(operation.toUpperCase(Locale.ROOT)),
                        AclPermissionType.ALLOW));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "security.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
