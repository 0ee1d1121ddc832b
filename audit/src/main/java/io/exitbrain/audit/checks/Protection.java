package io.exitbrain.audit.checks;

/** Is told after each step whether the position of a plan's slot is protected. */
public interface Protection {

    /** Is told, and does nothing. */
    Protection NONE = new Protection() {
        @Override
        public void bare(String slot) {}

        @Override
        public void covered(String slot) {}

        @Override
        public void closed(String slot) {}
    };

    /** The position is open, and no stop of its plan covers it. */
    void bare(String slot);

    /** The position is open and covered by a stop that was sent. */
    void covered(String slot);

    /** No position is open. */
    void closed(String slot);
}
