package io.exitbrain.topology.deadletters;

import io.exitbrain.topology.options.Connection;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters show}: everything that one record holds. */
@Command(
        name = "show",
        description = "Print the headers and the original bytes of one record, as text or in hex.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the brokers did not answer or refused",
            "2:wrong usage or settings, or no such record"
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Parameters(
            paramLabel = "<partition>@<offset>",
            converter = CoordinatesConverter.class,
            description = "The record, such as 0@12 or dead-letters/0@12.")
    private Coordinates asked = new Coordinates(0, 0);

    @Override
    public Integer call() {
        List<Letter> found = new ArrayList<>();
        List<Letter> markers = new ArrayList<>();
        try (LetterScan scan = LetterScan.open(connection.client())) {
            scan.forEach(letter -> {
                if (letter.coordinates().equals(asked)) {
                    found.add(letter);
                } else if (letter.isMarker()
                        && letter.redriven().filter(asked::equals).isPresent()) {
                    markers.add(letter);
                }
            });
            requireFound(scan, found);
        }
        PrintWriter out = spec.commandLine().getOut();
        print(found.get(0), out);
        markers.forEach(marker -> out.printf("redriven   %s, see %s%n", time(marker), marker.coordinates()));
        out.flush();
        return 0;
    }

    private void requireFound(LetterScan scan, List<Letter> found) {
        if (found.isEmpty()) {
            throw new NoSuchLetter(asked, scan);
        }
    }

    private static void print(Letter letter, PrintWriter out) {
        out.printf("record     %s%n", letter.coordinates());
        out.printf("reason     %s%n", letter.reason());
        out.printf("kind       %s%n", letter.kind());
        out.printf("origin     %s%n", letter.origin());
        out.printf("time       %s%n", time(letter));
        byte[] key = letter.key();
        out.printf("key        %s%n", key == null ? "null" : Bytes.textOrHex(key));
        for (Header header : letter.headers()) {
            out.printf(
                    "header     %s: %s%n",
                    header.key(), header.value() == null ? "null" : Bytes.textOrHex(header.value()));
        }
        printValue(letter.value(), out);
    }

    private static void printValue(byte @Nullable [] value, PrintWriter out) {
        if (value == null) {
            out.println("value      null");
        } else {
            out.printf("value      %d bytes%n", value.length);
            out.print(
                    Bytes.text(value).map(text -> text + System.lineSeparator()).orElseGet(() -> Bytes.hexDump(value)));
        }
    }

    private static Instant time(Letter letter) {
        return Instant.ofEpochMilli(letter.timestamp());
    }
}
