package io.exitbrain.benchmarks.candidates;

import io.exitbrain.domain.MarkPrice;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How a loop reads and writes the values of records. */
interface Wire {

    MarkPrice price(ConsumerRecord<String, byte[]> price);

    /** The command that moves the stop of {@code before} to that of {@code after}, because of {@code price}. */
    byte[] command(HeldPlan before, HeldPlan after, MarkPrice price);

    /** What {@code exit-plans} says of {@code plan}. */
    byte[] plan(HeldPlan plan);

    /** What a restart would need of {@code plan}. */
    byte[] state(HeldPlan plan);
}
