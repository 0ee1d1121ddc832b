package io.exitbrain.domain.plan;

/** The origin of a plan: a fill, an orphan found in a snapshot, or the fallback. */
public enum Origin {
    FILL,
    ORPHAN,
    /** Planning failed or is switched off: rule 2.9. */
    FALLBACK
}
