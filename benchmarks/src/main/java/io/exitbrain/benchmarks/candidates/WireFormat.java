package io.exitbrain.benchmarks.candidates;

import io.exitbrain.domain.input.MarkPrice;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How a hand-written loop reads and writes the values of records. */
interface WireFormat {

    MarkPrice price(ConsumerRecord<String, byte[]> price);

    /** The command that moves the stop of {@code before} to that of {@code after}, because of {@code price}. */
    byte[] command(HeldPlan before, HeldPlan after, MarkPrice price);

    /** The value of {@code plan} on {@code exit-plans}. */
    byte[] plan(HeldPlan plan);

    /** The state that a restart would need to continue {@code plan}. */
    byte[] state(HeldPlan plan);
}
