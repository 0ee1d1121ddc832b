/** The engine's own health: what is protected, what is read, what the group and the brokers do. Each finding says what to do. */
@NullMarked
package io.exitbrain.topology.health;

import org.jspecify.annotations.NullMarked;
