package io.exitbrain.domain;

/** One step of one symbol. */
final class SymbolTurn {

    void fill(Fill fill) {}

    void snapshot(Snapshot snapshot) {}

    void flatEverywhere(FlatEverywhere flat) {}

    void price(MarkPrice price) {}

    void report(ExecutionReport report) {}

    void clock() {}
}
