package io.exitbrain.domain.decision;

/**
 * The rule that decided, as numbered in docs/rules.md. Events carry its label.
 *
 * @see <a href="../../../../../../../../docs/rules.md#rules-what-the-engine-decides">docs/rules.md</a>
 */
public enum RuleId {
    OPTIONAL_FIELD("1 optional field"),
    IMPOSSIBLE_FILL("1 impossible fill"),
    ADOPTED("1 adopted fill"),
    SPLIT("1 split"),
    DUST("3 dust"),
    QUARANTINE("1 quarantine"),
    CONTEXT("2.1 context"),
    RISK_FLOOR("2.4 risk floor"),
    LIQUIDATION("2.4 liquidation"),
    PLANNED("2.5 plan"),
    EMERGENCY("2.7 emergency"),
    BACKFILL("2.8 backfill"),
    FALLBACK("2.9 fallback"),
    NO_PRICE("2.10 no price"),
    STOP_BREACHED("3.1 stop breached"),
    ARMED("3.2 armed"),
    TRAIL("3.3 trail"),
    BREAK_EVEN("3 break-even"),
    LEG_FILLED("3 leg filled"),
    INCREASED("3 increased"),
    REDUCED("3 reduced"),
    ENTRY_CHANGED("3 entry changed"),
    FILTERS("3 filters"),
    REBASED("3 rebased"),
    ALREADY_BREACHED("3 already breached"),
    EXIT_RETRY("3 exit retry"),
    TIME_LIMIT("3 time limit"),
    CLOSED("3 closed"),
    REPORT("3 execution report");

    private final String label;

    RuleId(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
