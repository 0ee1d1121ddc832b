package io.exitbrain.domain.plan;

/** What a plan was made from. */
public enum Origin {
    FILL,
    ORPHAN,
    /** The planner could not plan, or is switched off: rule 2.9. */
    FALLBACK
}
