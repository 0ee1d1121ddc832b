package io.exitbrain.topology.http;

/** Which stores may answer a query. */
enum Scope {
    /** Those of the whole group. */
    GROUP,
    /** Those of this instance whose tasks process records. Another instance asks. */
    HERE,
    /** Also a copy on this instance, which may be behind. Another instance asks. */
    COPY
}
