package io.exitbrain.topology.takeover;

import io.exitbrain.access.Access;
import io.exitbrain.access.PeerClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks another instance who it is. */
final class IdentityQuestion {

    /** The path at which an instance tells its identity. */
    private static final String PATH = "/instance";

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final int REFUSED = 401;
    private static final Logger log = LoggerFactory.getLogger(IdentityQuestion.class);

    private final PeerClient client;
    private final String application;

    /** Only instances of {@code application} count. {@code access} is that of this instance. */
    IdentityQuestion(String application, Access access) {
        this.client = new PeerClient(access, TIMEOUT);
        this.application = application;
    }

    /**
     * The identity of the instance at {@code address}; empty if what answers there does not tell one of our
     * application. Throws {@link IOException} if nothing answers.
     */
    Optional<Identity> ask(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.http().send(client.question(address, PATH), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == REFUSED) {
            log.warn("the instance {} refuses the token of this one: all instances need the same token", address);
        }
        return answer.statusCode() != OK
                ? Optional.empty()
                : Identity.in(answer.body()).filter(one -> one.application().equals(application));
    }
}
