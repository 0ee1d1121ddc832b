package io.exitbrain.topology.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.PlanView;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers queries for living plans: from this instance if it owns the symbol, else from the instance that owns it, else from a copy, which
 * says so. It answers that there is no plan only if every partition of the group has answered.
 */
final class PlanQueries {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LocalStates local;
    private final Owners owners;
    private final Remote remote;
    private final GroupQuery group;

    PlanQueries(LocalStates local, Owners owners, Remote remote) {
        this.local = local;
        this.owners = owners;
        this.remote = remote;
        this.group = new GroupQuery(local, owners, remote);
    }

    /** {@code {"symbol":...,"plans":[...],"partition":...,"servedBy":...,"role":...,"lagRecords":...}}: the active plans. */
    Answer of(String symbol, Scope scope) {
        String path = "/plans/" + Remote.encoded(symbol);
        return switch (scope) {
            case HERE -> here(symbol);
            case COPY -> copyHere(symbol).orElseThrow(() -> noCopy(symbol));
            case GROUP -> ofGroup(symbol, path);
        };
    }

    private Answer ofGroup(String symbol, String path) {
        try {
            Answer answer = ofOwner(symbol, path);
            return answer.isNotFound() ? unlessElsewhere(symbol, answer) : answer;
        } catch (NotReady notNow) {
            return copy(symbol, path).orElseThrow(() -> notNow);
        }
    }

    private Answer ofOwner(String symbol, String path) {
        int partition = owners.partitionOf(symbol);
        String owner = owners.ownerOf(partition)
                .orElseThrow(() -> new NotReady("nobody owns partition " + partition + " now"));
        Answer answer = owner.equals(owners.self()) ? here(symbol) : remote.get(owner, path);
        if (answer.isUnavailable()) {
            throw new NotReady(answer.error());
        }
        return answer;
    }

    private Answer here(String symbol) {
        int partition = owners.partitionOf(symbol);
        Source source = local.live(partition);
        return local.liveOf(symbol, partition)
                .flatMap(state -> body(state, source))
                .map(Answer::ok)
                .orElseGet(() -> unknown(symbol, source));
    }

    /** An older version may have planned the symbol on another partition than its own: {@code notFound} unless there is such a plan. */
    private Answer unlessElsewhere(String symbol, Answer notFound) {
        GroupQuery.Collected all = group.everywhere(plansOf(Optional.of(symbol)));
        if (!all.list().isEmpty()) {
            return Answer.ok(all.list().get(0));
        }
        if (!all.missing().isEmpty()) {
            throw new NotReady("it is not known whether %s has a plan: partitions %s do not answer"
                    .formatted(symbol, all.missing()));
        }
        return notFound;
    }

    private Optional<Answer> copy(String symbol, String path) {
        Optional<Answer> found = copyHere(symbol);
        if (found.isPresent()) {
            return found;
        }
        return owners.copiersOf(owners.partitionOf(symbol)).stream()
                .map(address -> remote.ask(address, path + "?copy=true").join())
                .flatMap(Optional::stream)
                .map(Answer::stale)
                .findFirst();
    }

    private Optional<Answer> copyHere(String symbol) {
        int partition = owners.partitionOf(symbol);
        return local.copyOf(symbol, partition)
                .flatMap(state -> body(state, local.copy(partition)))
                .map(Answer::stale);
    }

    private static NotReady noCopy(String symbol) {
        return new NotReady("this instance has no copy of a plan of " + symbol);
    }

    /** The answers of {@link #of} for all symbols with a plan, in a list sorted by symbol. */
    Answer all(Lists.Wanted wanted) {
        return new Lists(group).answer(plansOf(wanted.symbol()), wanted);
    }

    private static GroupQuery.Question plansOf(Optional<String> symbol) {
        return new GroupQuery.Question("/plans", "plans", symbol, PlanQueries::entry);
    }

    /** The trailing rule of the symbol's plan. In hedge mode {@code positionSide} selects the plan. */
    Answer trailing(String symbol, Optional<String> positionSide, Scope scope) {
        Answer answer = of(symbol, scope);
        if (answer.status() != 200) {
            return answer;
        }
        List<ObjectNode> wanted = answer.listOf("plans").stream()
                .filter(plan -> positionSide
                        .map(side -> side.toUpperCase(Locale.ROOT)
                                .equals(plan.path("positionSide").asText()))
                        .orElse(true))
                .toList();
        if (wanted.size() > 1) {
            return Answer.error(
                    400, symbol + " has a LONG and a SHORT plan: ask with ?positionSide=LONG or ?positionSide=SHORT");
        }
        return wanted.isEmpty()
                ? Answer.notFound("no active plan for " + symbol + " on this side", JSON.objectNode())
                : Answer.ok(PlanJson.trailing(wanted.get(0)));
    }

    private static Answer unknown(String symbol, Source source) {
        return Answer.notFound(
                "no active plan for " + symbol + ": it has no open position that the engine knows of",
                source.addTo(JSON.objectNode()));
    }

    private static Optional<ObjectNode> body(SymbolState state, Source source) {
        return entry(state).stream().findFirst().map(source::addTo);
    }

    private static List<ObjectNode> entry(SymbolState state) {
        List<ExitPlan> plans = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            SideState sideState = state.sides().of(side);
            if (sideState.plan().isPresent()) {
                plans.add(PlanView.of(state.symbol(), sideState));
            }
        }
        if (plans.isEmpty()) {
            return List.of();
        }
        ObjectNode body = JSON.objectNode().put("symbol", state.symbol());
        ArrayNode list = body.putArray("plans");
        plans.forEach(plan -> list.add(PlanJson.of(plan)));
        return List.of(body);
    }
}
