package io.exitbrain.lab.report.plot;

/** A point in the units of the axes. */
record Point(double x, double y) {}
