package io.exitbrain.lab.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The policies of a sweep: every cell is a choice of one value of each axis.
 *
 * @param axes in any order
 * @param cells one for each policy; not every combination needs one
 */
public record Grid(List<Axis> axes, List<Cell> cells) {

    public Grid {
        axes = List.copyOf(axes);
        cells = List.copyOf(cells);
        Set<List<Integer>> positions = new HashSet<>();
        for (Cell cell : cells) {
            check(axes, cell);
            if (!positions.add(cell.position())) {
                throw new IllegalArgumentException("two policies have the position " + cell.position());
            }
        }
    }

    private static void check(List<Axis> axes, Cell cell) {
        boolean fits = cell.position().size() == axes.size();
        for (int axis = 0; fits && axis < axes.size(); axis++) {
            int index = cell.position().get(axis);
            fits = index >= 0 && index < axes.get(axis).values().size();
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "policy %s must have one value of each axis, was %s".formatted(cell.policy(), cell.position()));
        }
    }

    /**
     * A setting that was varied.
     *
     * @param name the key of the policy file
     * @param values as the user wrote them, in their order
     */
    public record Axis(String name, List<String> values) {

        public Axis {
            values = List.copyOf(values);
        }

        /** Whether a better value may lie beyond this one. An axis with one value has no edge. */
        boolean isEdge(int index) {
            return values.size() > 1 && (index == 0 || index == values.size() - 1);
        }
    }

    /**
     * A policy of the sweep.
     *
     * @param position for each axis, which of its values it has, from 0
     */
    public record Cell(List<Integer> position, String policy) {

        public Cell {
            position = List.copyOf(position);
        }

        /** Whether the other one is a step away on one axis, and equal on the others. */
        boolean isNeighbourOf(Cell other) {
            int distance = 0;
            for (int axis = 0; axis < position.size(); axis++) {
                distance += Math.abs(position.get(axis) - other.position.get(axis));
            }
            return distance == 1;
        }
    }
}
