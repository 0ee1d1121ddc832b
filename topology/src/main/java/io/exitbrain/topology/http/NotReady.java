package io.exitbrain.topology.http;

/** The answer is not to be had now, but soon. */
final class NotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReady(String why) {
        super(why);
    }
}
