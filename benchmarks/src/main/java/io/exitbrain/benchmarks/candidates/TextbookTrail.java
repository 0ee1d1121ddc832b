package io.exitbrain.benchmarks.candidates;

import io.exitbrain.domain.MarkPrice;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads the plan from the store, lets it follow the price, writes it back where it changed. */
final class TextbookTrail implements Processor<String, JsonPrice, String, JsonCommand> {

    private ProcessorContext<String, JsonCommand> context;
    private KeyValueStore<String, HeldPlan> plans;

    @Override
    public void init(ProcessorContext<String, JsonCommand> context) {
        this.context = context;
        this.plans = context.getStateStore(Textbook.STORE);
    }

    @Override
    public void process(Record<String, JsonPrice> record) {
        JsonPrice price = record.value();
        HeldPlan before = plans.get(record.key());
        if (before == null) {
            plans.put(record.key(), HeldPlan.opened(record.key(), price.price(), price.time()));
        } else {
            follow(record, before, new MarkPrice(record.key(), price.price(), price.time()));
        }
    }

    private void follow(Record<String, JsonPrice> record, HeldPlan before, MarkPrice price) {
        if (before.isBreachedBy(price.price())) {
            throw new IllegalStateException("no price of the load may breach a stop: " + price);
        }
        if (before.isImprovedBy(price.price())) {
            HeldPlan after = before.improvedBy(price.price(), price.time());
            plans.put(record.key(), after.mustSend() ? commanded(record, before, after.moved(), price) : after);
        }
    }

    private HeldPlan commanded(Record<String, JsonPrice> record, HeldPlan before, HeldPlan after, MarkPrice price) {
        context.forward(record.withValue(JsonCommand.move(before, after, price)));
        return after;
    }
}
