package io.exitbrain.topology.http;

/** The answer is not available now, but will be soon. */
final class NotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReady(String why) {
        super(why);
    }
}
