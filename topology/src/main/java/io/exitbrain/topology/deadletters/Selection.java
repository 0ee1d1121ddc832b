package io.exitbrain.topology.deadletters;

import io.exitbrain.topology.options.MomentConverter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose dead letters. A letter must fit all that are given. */
final class Selection {

    @Option(names = "--topic", description = "Only records that came on this topic.")
    private Optional<String> topic = Optional.empty();

    @Option(names = "--kind", description = "Only this kind: bad-input, or bug for a defect of the engine.")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--reason", description = "Only records whose reason contains this text, in any case.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = {"--symbol", "--key"},
            description = "Only records with this key.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--since",
            converter = MomentConverter.class,
            description =
                    "Only records from this time on: 2025-11-24T16:00:00Z, 2025-11-24, or 30m for half an hour ago.")
    private Optional<Instant> since = Optional.empty();

    @Option(
            names = "--until",
            converter = MomentConverter.class,
            description = "Only records before this time; as --since.")
    private Optional<Instant> until = Optional.empty();

    boolean matches(Letter letter) {
        return !letter.isMarker()
                && topic.map(letter.topic()::equals).orElse(true)
                && kind.map(letter.kind()::equals).orElse(true)
                && reason.map(text -> lower(letter.reason()).contains(lower(text)))
                        .orElse(true)
                && key.map(asked -> letter.keyText().filter(asked::equals).isPresent())
                        .orElse(true)
                && since.map(from -> letter.timestamp() >= from.toEpochMilli()).orElse(true)
                && until.map(to -> letter.timestamp() < to.toEpochMilli()).orElse(true);
    }

    /** Whether any option is given. */
    boolean isGiven() {
        return topic.isPresent()
                || kind.isPresent()
                || reason.isPresent()
                || key.isPresent()
                || since.isPresent()
                || until.isPresent();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
