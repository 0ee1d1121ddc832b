package io.exitbrain.lab.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.lab.guard.Grid;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.yaml.FileFault;
import io.exitbrain.yaml.InvalidFile;
import io.exitbrain.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The policies of a sweep: the baseline with every choice of one value of each axis. The file has one line for each axis: the path of a
 * setting as in a policy file, and its values.
 *
 * <pre>
 * profiles.NORMAL.trailing.callback-pct: [0.01, 0.015, 0.02]
 * profiles.NORMAL.take-profit.0.at-r: [0.5, 1]
 * </pre>
 *
 * @param policies one for each cell of the grid, in its order
 */
public record Sweep(Grid grid, List<LabPolicy> policies) {

    /** The most cells of a sweep. */
    static final int MAX_CELLS = 500;

    public Sweep {
        policies = List.copyOf(policies);
    }

    /** The sweep in {@code file} around {@code baseline}; it throws {@code InvalidFile} with every fault. */
    public static Sweep at(Path file, LabPolicy baseline) {
        try {
            return read(file.toString(), Files.readString(file), baseline);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--sweep: " + FileFault.of(file, unreadable), unreadable);
        }
    }

    static Sweep read(String source, String yaml, LabPolicy baseline) {
        ObjectNode tree = PolicyTree.of(baseline.policy());
        List<SweepAxis> axes = SweepAxis.all(source, YamlFile.parse(source, yaml), tree);
        long cells = axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
        if (cells > MAX_CELLS) {
            throw new InvalidFile(source, List.of("has %d cells, at most %d are allowed".formatted(cells, MAX_CELLS)));
        }
        return new Sweep(grid(axes), policies(source, axes, tree));
    }

    private static Grid grid(List<SweepAxis> axes) {
        List<Grid.Axis> named = axes.stream()
                .map(axis -> new Grid.Axis(
                        axis.path(),
                        axis.values().stream().map(JsonNode::asText).toList()))
                .toList();
        return new Grid(
                named,
                positions(axes).stream()
                        .map(position -> new Grid.Cell(position, name(axes, position)))
                        .toList());
    }

    /** All choices of one value of each axis; the last axis varies fastest. */
    private static List<List<Integer>> positions(List<SweepAxis> axes) {
        List<List<Integer>> positions = List.of(List.of());
        for (SweepAxis axis : axes) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> start : positions) {
                for (int value = 0; value < axis.values().size(); value++) {
                    List<Integer> position = new ArrayList<>(start);
                    position.add(value);
                    longer.add(position);
                }
            }
            positions = longer;
        }
        return positions;
    }

    private static String name(List<SweepAxis> axes, List<Integer> position) {
        boolean areShort = new HashSet<>(axes.stream().map(SweepAxis::shortName).toList()).size() == axes.size();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            SweepAxis axis = axes.get(i);
            parts.add((areShort ? axis.shortName() : axis.path()) + "="
                    + axis.values().get(position.get(i)).asText());
        }
        return String.join(" ", parts);
    }

    private static List<LabPolicy> policies(String source, List<SweepAxis> axes, ObjectNode tree) {
        List<LabPolicy> policies = new ArrayList<>();
        for (List<Integer> position : positions(axes)) {
            ObjectNode cell = tree.deepCopy();
            for (int i = 0; i < axes.size(); i++) {
                axes.get(i).set(cell, position.get(i));
            }
            String name = name(axes, position);
            String text = cell.toPrettyString();
            policies.add(new LabPolicy(name, PolicyFile.read(source + " (" + name + ")", text), source, text));
        }
        return policies;
    }
}
