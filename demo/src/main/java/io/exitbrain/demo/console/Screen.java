package io.exitbrain.demo.console;

import java.io.PrintWriter;

/** Where the demo's lines go. */
public final class Screen {

    private final PrintWriter out;
    private final boolean coloured;

    public Screen(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    public void line(Paint paint, String text) {
        out.println(coloured ? paint.on(text) : text);
        out.flush();
    }
}
