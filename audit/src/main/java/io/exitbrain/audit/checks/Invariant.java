package io.exitbrain.audit.checks;

/** Rules that hold for every history. I1 to I15 have the numbers of docs/audit.md; the last two tie each exit to its cause. */
public enum Invariant {
    I1("every open position has exactly one plan, of its side, quantity and entry, after the step that opened it"),
    I2("a stop stands on 100 % of the open quantity"),
    I3("a stop never loosens"),
    I4("a stop is on the losing side of the mark when it is sent"),
    I5("each leg is filled once per instance and stays filled"),
    I6("an exit is never larger than what is open when it is sent, and always reduce-only"),
    I7("versions of a plan are 1, 2, 3, ... without gap or repeat; only an EXIT repeats its version"),
    I8("no plan without a position, no command after CANCEL"),
    I9("the same input in the same order gives the same bytes"),
    I10("equal snapshots change nothing after the first"),
    I11("invalid input changes no state and is a dead letter; valid input is none"),
    I12("nothing is forgotten by a crash"),
    I13("unknown is not flat: what is open is not cancelled"),
    I14("a short is a position"),
    I15("no side, unit or enum is guessed"),
    FIRES("a mark at or beyond the stop leads to an EXIT in its step"),
    CAUSE("an EXIT has the cause that it names");

    private final String claim;

    Invariant(String claim) {
        this.claim = claim;
    }

    /** The claim in one sentence. */
    public String claim() {
        return claim;
    }
}
