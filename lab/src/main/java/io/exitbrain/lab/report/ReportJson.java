package io.exitbrain.lab.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.exitbrain.lab.guard.Grid;
import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.guard.Plateau;
import io.exitbrain.lab.measures.Holding;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.result.NullRun;
import io.exitbrain.lab.result.Setup;
import io.exitbrain.lab.simulation.Count;
import io.exitbrain.lab.simulation.Fidelity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The numbers of the report as JSON, by the names of the records that hold them. A number that is not known is
 * null. Times are epoch milliseconds; days, moments and lengths of time of the settings are ISO-8601. The trades
 * are not in it: {@link TradesCsv} has them.
 */
public final class ReportJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .addMixIn(PolicyMeasures.class, WithoutPoints.class)
            .addMixIn(Holding.class, WithoutPoints.class)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ReportJson() {}

    /** Leaves out the points of plots, of which there are as many as trades. */
    @JsonIgnoreProperties({"distribution", "curve"})
    private interface WithoutPoints {}

    private record Document(
            String verdict,
            boolean isReproducing,
            Optional<Double> equalMoves,
            Optional<Double> exitPriceErrorP95,
            Setup setup,
            Fidelity fidelity,
            Map<String, Long> counts,
            Iterable<PolicyMeasures> measures,
            Judgement judgement,
            Optional<Grid> grid,
            Optional<Plateau> plateau,
            Optional<NullRun> nullRun) {}

    /** Equal results give equal text, which ends with a line feed. */
    public static String of(LabResult result) {
        Fidelity fidelity = result.simulated().fidelity();
        Document document = new Document(
                Headline.of(result),
                fidelity.isReproducing(),
                fidelity.shareOfEqualMoves(),
                fidelity.exitPriceErrorP95(),
                result.setup(),
                fidelity,
                counts(result),
                result.measures(),
                result.judgement(),
                result.grid(),
                result.plateau(),
                result.nullRun());
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the result cannot be written as JSON", impossible);
        }
    }

    private static Map<String, Long> counts(LabResult result) {
        return Arrays.stream(Count.values())
                .collect(Collectors.toMap(
                        Count::name, count -> result.simulated().count(count), (one, two) -> one, TreeMap::new));
    }
}
