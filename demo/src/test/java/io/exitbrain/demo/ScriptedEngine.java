package io.exitbrain.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A minimal engine: a plan and a stop for each position in the snapshots, a tombstone when the position is closed. */
final class ScriptedEngine implements RunningEngine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, String> consumer;
    private final KafkaProducer<String, String> producer;
    private final Map<String, Integer> signs = new HashMap<>();
    private final Thread thread = new Thread(this::loop, "scripted-engine");
    private volatile boolean stopped;
    private int lastPlan;

    static RunningEngine start(String bootstrapServers) {
        ScriptedEngine engine = new ScriptedEngine(bootstrapServers);
        engine.thread.start();
        return engine;
    }

    private ScriptedEngine(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
        consumer.assign(consumer.partitionsFor("positions").stream()
                .map(partition -> new TopicPartition("positions", partition.partition()))
                .toList());
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
        producer.close();
    }

    private void loop() {
        while (!stopped) {
            consumer.poll(Duration.ofMillis(20)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, String> snapshot) {
        JsonNode position = tree(snapshot.value());
        BigDecimal quantity = new BigDecimal(position.get("positionAmt").asText());
        int before = signs.getOrDefault(snapshot.key(), 0);
        if (quantity.signum() != before) {
            signs.put(snapshot.key(), quantity.signum());
            if (before != 0) {
                send("exit-plans", snapshot.key(), null);
            }
            if (quantity.signum() != 0) {
                plan(
                        snapshot.key(),
                        quantity,
                        new BigDecimal(position.get("markPrice").asText()));
            }
        }
    }

    /** A stop at a distance of 0.5 % and one take-profit leg at 0.2 %. */
    private void plan(String symbol, BigDecimal quantity, BigDecimal mark) {
        String planId = "PLAN%012d".formatted(++lastPlan);
        boolean isLong = quantity.signum() > 0;
        String size = quantity.abs().toPlainString();
        send("exit-plans", symbol, """
                {"planId":"%s","symbol":"%s","side":"%s","origin":"ORPHAN","strategy":"scaled_tp","legs":[
                 {"index":1,"price":"%s","quantity":"%s","execution":"LIMIT","status":"OPEN"}]}""".formatted(
                        planId, symbol, isLong ? "LONG" : "SHORT", times(mark, isLong ? "1.002" : "0.998"), size));
        send("trailing-stop-commands", symbol, """
                {"commandId":"%s-1","planId":"%s","version":1,"symbol":"%s","action":"PLACE","reason":"INITIAL_STOP",
                 "orderSide":"%s","quantity":"%s","stopPrice":"%s","previousStopPrice":null}""".formatted(
                planId, planId, symbol, isLong ? "SELL" : "BUY", size, times(mark, isLong ? "0.995" : "1.005")));
    }

    private static String times(BigDecimal mark, String factor) {
        return mark.multiply(new BigDecimal(factor)).toPlainString();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(String topic, String symbol, @Nullable String json) {
        producer.send(new ProducerRecord<>(topic, symbol, json));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(json, notJson);
        }
    }
}
