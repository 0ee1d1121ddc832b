package io.exitbrain.health;

import io.exitbrain.access.Door;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where the sidecar listens, and whom it trusts.
 *
 * @param advertised a further name under which requests are answered
 * @param trusted for the dependencies under https; empty = the certificates that the JVM trusts
 */
record Network(Door door, Optional<String> advertised, Optional<SSLContext> trusted) {}
