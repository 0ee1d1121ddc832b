/** What an attacker, and an operator with too few rights, would meet: TLS, tokens, SASL and ACLs on real servers and brokers. */
@NullMarked
package io.exitbrain.acceptance.security;

import org.jspecify.annotations.NullMarked;
