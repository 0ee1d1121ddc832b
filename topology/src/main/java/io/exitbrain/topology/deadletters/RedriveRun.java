package io.exitbrain.topology.deadletters;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * One call of redrive. It reads the topic twice: first to learn what was redriven before and what to send, then to send it. Between the two
 * nobody else can redrive, because the producer has taken the transactional id before the first.
 */
final class RedriveRun implements AutoCloseable {

    /**
     * What to send.
     *
     * @param asked coordinates; empty = by {@code selection}
     * @param force whether to send what would be refused or skipped again
     * @param again whether to send what was redriven before
     */
    record Choice(List<Coordinates> asked, Selection selection, boolean force, boolean again) {

        boolean matches(Letter letter) {
            return asked.isEmpty()
                    ? selection.matches(letter)
                    : asked.contains(letter.coordinates()) && !letter.isMarker();
        }
    }

    private final Choice choice;
    private final LetterScan scan;
    private final Optional<RedriveProducer> producer;
    private final PrintWriter out;
    private final Rereading rereading = new Rereading();
    private final Map<Coordinates, Coordinates> markers = new HashMap<>();
    private final Set<Coordinates> toSend = new HashSet<>();
    private long notSent;

    private RedriveRun(Choice choice, LetterScan scan, Optional<RedriveProducer> producer, PrintWriter out) {
        this.choice = choice;
        this.scan = scan;
        this.producer = producer;
        this.out = out;
    }

    static RedriveRun open(Properties client, Choice choice, boolean dryRun, PrintWriter out) {
        Optional<RedriveProducer> producer = dryRun ? Optional.empty() : Optional.of(RedriveProducer.open(client, out));
        try {
            return new RedriveRun(choice, LetterScan.open(client), producer, out);
        } catch (RuntimeException failure) {
            producer.ifPresent(RedriveProducer::close);
            throw failure;
        }
    }

    /** Says which records will not be sent, and why; returns how many will. Throws {@link NoSuchLetter}. */
    long plan() {
        Set<Coordinates> missing = new HashSet<>(choice.asked());
        scan.forEach(letter -> {
            missing.remove(letter.coordinates());
            if (letter.isMarker()) {
                letter.redriven().ifPresent(redriven -> markers.put(redriven, letter.coordinates()));
            }
        });
        missing.stream().sorted().findFirst().ifPresent(coordinates -> {
            throw new NoSuchLetter(coordinates, scan);
        });
        scan.forEach(this::plan);
        return toSend.size();
    }

    private void plan(Letter letter) {
        if (!choice.matches(letter)) {
            return;
        }
        Optional<String> objection = objection(letter);
        if (objection.isPresent()) {
            notSent++;
            out.printf("%s not sent: %s%n", letter.coordinates(), objection.get());
        } else {
            toSend.add(letter.coordinates());
        }
    }

    private Optional<String> objection(Letter letter) {
        if (!rereading.isRead(letter.topic())) {
            return Optional.of("came on %s; only %s can be redriven".formatted(letter.topic(), rereading.topics()));
        }
        Coordinates marker = markers.get(letter.coordinates());
        if (marker != null && !choice.again()) {
            return Optional.of("was redriven before, see %s; --again sends it once more".formatted(marker));
        }
        return choice.force()
                ? Optional.empty()
                : rereading.objection(letter).map(reason -> reason + "; --force sends it all the same");
    }

    /** Sends what was planned, or says what would be sent; true if every chosen record was sent. */
    boolean send() {
        scan.forEach(letter -> {
            if (toSend.remove(letter.coordinates())) {
                producer.ifPresentOrElse(
                        sending -> sending.send(letter),
                        () -> out.printf("%s would be sent to %s%n", letter.coordinates(), letter.topic()));
            }
        });
        producer.ifPresent(RedriveProducer::commit);
        long sent = producer.map(RedriveProducer::sent).orElse(0L);
        out.printf(
                producer.isPresent() ? "%d sent, %d not sent%n" : "dry run: %d sent, %d would not be sent%n",
                sent,
                notSent);
        return notSent == 0;
    }

    @Override
    public void close() {
        scan.close();
        producer.ifPresent(RedriveProducer::close);
    }
}
