/** What listens at the addresses of Kafka brokers, found out without a client of Kafka. */
@NullMarked
package io.exitbrain.listeners;

import org.jspecify.annotations.NullMarked;
