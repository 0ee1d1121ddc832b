package io.exitbrain.benchmarks.candidates;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.serdes.input.OrderFillReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * A hand-written consumer loop. It keeps the state of each symbol in a hash map and sends a command if a stop moves by at least the
 * smallest step.
 */
final class Loop extends LoopThread {

    private static final String PRICES = "mark-prices";
    private static final String FILLS = "order-fills";
    private static final String COMMANDS = "trailing-stop-commands";
    private static final String PLANS = "exit-plans";

    private final KafkaConsumer<String, byte[]> consumer;
    private final WireFormat format;
    private final Delivery delivery;
    private final OrderFillReader fills = new OrderFillReader();
    private final Map<String, HeldPlan> plans = new HashMap<>();

    private Loop(Setup setup, WireFormat format, Delivery.Factory factory) {
        super("loop");
        this.consumer = LoopClients.consumer(setup);
        this.format = format;
        this.delivery = factory.of(setup, consumer, format);
    }

    static Candidate start(Setup setup, WireFormat format, Delivery.Factory factory) {
        Loop loop = new Loop(setup, format, factory);
        loop.consumer.subscribe(List.of(PRICES, FILLS));
        loop.start();
        return loop;
    }

    @Override
    void step() {
        ConsumerRecords<String, byte[]> records = consumer.poll(delivery.maxPollWait());
        long read = 0;
        for (ConsumerRecord<String, byte[]> record : records.records(PRICES)) {
            take(format.price(record));
            read++;
        }
        records.records(FILLS).forEach(this::take);
        countPrices(read);
        delivery.read(records.nextOffsets());
    }

    private void take(MarkPrice price) {
        HeldPlan before = plans.get(price.symbol());
        if (before == null) {
            keep(HeldPlan.opened(price.symbol(), price.price(), price.time()));
        } else {
            follow(before, price);
        }
    }

    /** A fill of a symbol without a position opens one. */
    private void take(ConsumerRecord<String, byte[]> record) {
        fills.read(record.key(), record.value(), record.timestamp())
                .fold(
                        accepted -> open(accepted.message()),
                        refused -> {
                            throw unread(refused.reason());
                        },
                        skipped -> {
                            throw unread(skipped.kind());
                        },
                        several -> {
                            throw unread("several messages");
                        });
    }

    private HeldPlan open(Fill fill) {
        HeldPlan plan = HeldPlan.opened(fill.symbol(), fill.price(), fill.time());
        if (!plans.containsKey(fill.symbol())) {
            keep(plan);
            delivery.send(PLANS, fill.symbol(), format.plan(plan));
        }
        return plan;
    }

    private void follow(HeldPlan before, MarkPrice price) {
        if (before.isBreachedBy(price.price())) {
            throw new IllegalStateException("no price of the load may breach a stop: " + price);
        }
        if (before.isImprovedBy(price.price())) {
            HeldPlan after = before.improvedBy(price.price(), price.time());
            keep(after.mustSend() ? commanded(before, after.moved(), price) : after);
        }
    }

    private HeldPlan commanded(HeldPlan before, HeldPlan after, MarkPrice price) {
        delivery.send(COMMANDS, price.symbol(), format.command(before, after, price));
        countCommand();
        return after;
    }

    private void keep(HeldPlan plan) {
        plans.put(plan.symbol(), plan);
        delivery.changed(plan);
    }

    @Override
    void end() {
        delivery.close();
        consumer.close();
    }

    private static IllegalArgumentException unread(String reason) {
        return new IllegalArgumentException(reason);
    }
}
