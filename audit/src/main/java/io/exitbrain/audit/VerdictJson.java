package io.exitbrain.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.measure.Delays;
import io.exitbrain.audit.measure.Unprotected;
import io.exitbrain.audit.rederive.Rederived;

/** A verdict as one JSON object on one line. */
public final class VerdictJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VerdictJson() {}

    public static String of(Verdict verdict) {
        ObjectNode json = JSON.createObjectNode();
        json.put("verdict", verdict.inOneLine()).put("clean", verdict.isClean());
        json.put("violations", verdict.violations()).put("commands", verdict.commands());
        json.put("inputs", verdict.inputs()).put("symbols", verdict.symbols());
        ObjectNode counts = json.putObject("counts");
        verdict.counts().forEach((invariant, count) -> counts.put(invariant.name(), count));
        ArrayNode findings = json.putArray("findings");
        verdict.findings().forEach(finding -> findings.add(of(finding)));
        json.set("timeToProtectionMs", of(verdict.toProtection()));
        json.set("priceToCommandMs", of(verdict.toCommand()));
        json.put("unprotectedCount", verdict.unprotectedCount());
        ArrayNode unprotected = json.putArray("unprotected");
        verdict.unprotected().forEach(interval -> unprotected.add(of(interval)));
        verdict.rederived().ifPresent(rederived -> json.set("rederived", of(rederived)));
        json.put("begunBefore", verdict.begunBefore())
                .put("compacted", verdict.compacted())
                .put("undecided", verdict.undecided())
                .put("orderNotKnown", verdict.unknownOrders());
        verdict.unknownPlaces().forEach(json.putArray("orderNotKnownAt")::add);
        return json.toString();
    }

    /** A violation as a JSON object on one line. */
    public static String lineOf(Finding finding) {
        return of(finding).toString();
    }

    private static ObjectNode of(Finding finding) {
        return JSON.createObjectNode()
                .put("invariant", finding.invariant().name())
                .put("claim", finding.invariant().claim())
                .put("symbol", finding.symbol())
                .put("place", finding.place())
                .put("cause", finding.cause())
                .put("timestamp", finding.timestamp())
                .put("evidence", finding.evidence());
    }

    private static ObjectNode of(Delays.Summary delays) {
        return JSON.createObjectNode()
                .put("count", delays.count())
                .put("p50", delays.p50())
                .put("p99", delays.p99())
                .put("max", delays.max());
    }

    private static ObjectNode of(Unprotected interval) {
        ObjectNode json = JSON.createObjectNode().put("slot", interval.slot()).put("from", interval.from());
        interval.to().ifPresentOrElse(to -> json.put("to", to), () -> json.putNull("to"));
        return json.put("source", interval.source());
    }

    private static ObjectNode of(Rederived rederived) {
        ObjectNode json = JSON.createObjectNode()
                .put("matched", rederived.matched())
                .put("caughtUp", rederived.caughtUp())
                .put("repeated", rederived.repeated())
                .put("skipped", rederived.skipped())
                .put("unexplained", rederived.unexplained());
        rederived.differences().forEach(json.putArray("differences")::add);
        return json;
    }
}
