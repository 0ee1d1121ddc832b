package io.exitbrain.topology.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.page.PositionJson;
import io.exitbrain.topology.page.PositionSource;
import io.exitbrain.topology.page.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The open positions of all instances, as the rows of the page's table. */
final class PositionQueries implements PositionSource {

    private static final String NAME = "positions";
    private static final String LAG = "lagRecords";

    private final GroupQuery group;
    private final Evidence evidence;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    /** The rows of a symbol. They are built again only when its state has changed, because they cost more than the state. */
    private record Told(SymbolState state, List<ObjectNode> rows) {}

    PositionQueries(GroupQuery group, Evidence evidence) {
        this.group = group;
        this.evidence = evidence;
    }

    /** All open positions. */
    Answer all(Lists.Wanted wanted) {
        return new Lists(group).answer(question("/positions", this::rows), wanted);
    }

    /** The open positions without a plan, and those whose stop is known not to stand at the exchange. */
    Answer unprotected(Lists.Wanted wanted) {
        return new Lists(group).answer(question("/positions/unprotected", this::unprotectedRows), wanted);
    }

    private static GroupQuery.Question question(String path, GroupQuery.Items items) {
        return new GroupQuery.Question(path, NAME, Optional.empty(), items);
    }

    @Override
    public Positions positions() {
        GroupQuery.Collected all = group.everywhere(question("/positions", this::rows));
        List<ObjectNode> rows = new ArrayList<>();
        // The lag changes all the time: with it every row would be new.
        all.list().forEach(row -> rows.add((ObjectNode) ((ObjectNode) row).without(LAG)));
        return new Positions(rows, all.partitions(), all.missing(), evidence.instances());
    }

    /** The rows of the positions that this instance decides on; none while it does not answer. */
    List<ObjectNode> ofThisInstance() {
        List<ObjectNode> rows = new ArrayList<>();
        group.hereUnlessInDoubt(question("/positions", this::rows)).values().forEach(rows::addAll);
        return rows;
    }

    private List<ObjectNode> unprotectedRows(SymbolState state) {
        return rows(state).stream()
                .filter(row -> row.path("unprotected").asBoolean())
                .toList();
    }

    private List<ObjectNode> rows(SymbolState state) {
        if (!state.sides().anyOpen()) {
            told.remove(state.symbol());
            return List.of();
        }
        Told now = told.compute(
                state.symbol(),
                (symbol, before) ->
                        before != null && before.state().equals(state) ? before : new Told(state, built(state)));
        return now.rows().stream().map(ObjectNode::deepCopy).toList();
    }

    private static List<ObjectNode> built(SymbolState state) {
        List<ObjectNode> rows = new ArrayList<>();
        for (PositionSide positionSide : PositionSide.values()) {
            SideState side = state.sides().of(positionSide);
            if (side.isOpen()) {
                rows.add(PositionJson.of(state, side));
            }
        }
        return rows;
    }
}
