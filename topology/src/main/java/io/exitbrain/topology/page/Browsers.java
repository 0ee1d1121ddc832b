package io.exitbrain.topology.page;

import java.util.ArrayList;
import java.util.List;

/** The connected browsers, at most {@link #MAX}. New ones wait for a snapshot before they get changes. */
final class Browsers {

    static final int MAX = 32;

    private final List<Browser> fresh = new ArrayList<>();
    private final List<Browser> following = new ArrayList<>();
    private boolean isClosed;

    /** Adds {@code browser}; false if there are too many, or the engine is stopping. */
    synchronized boolean add(Browser browser) {
        forget();
        if (isClosed || fresh.size() + following.size() >= MAX) {
            return false;
        }
        fresh.add(browser);
        notifyAll();
        return true;
    }

    /** Waits until a browser is connected; false if the engine is stopping. */
    synchronized boolean await() throws InterruptedException {
        while (!isClosed && !isAnyConnected()) {
            wait();
        }
        return !isClosed;
    }

    synchronized boolean isAnyConnected() {
        forget();
        return !isClosed && !(fresh.isEmpty() && following.isEmpty());
    }

    synchronized boolean areAnyFresh() {
        return !fresh.isEmpty();
    }

    /** Sends {@code snapshot} to the new browsers, which follow from now on. */
    synchronized void welcome(Browser.Message snapshot) {
        fresh.forEach(browser -> browser.send(snapshot));
        following.addAll(fresh);
        fresh.clear();
    }

    /** Sends {@code message} to those that have their snapshot. */
    synchronized void tell(Browser.Message message) {
        following.forEach(browser -> browser.send(message));
    }

    /** Ends all connections and takes no more. */
    synchronized void close() {
        isClosed = true;
        endAll();
        notifyAll();
    }

    /** Ends all connections. The browsers connect again. */
    synchronized void endAll() {
        fresh.forEach(Browser::end);
        following.forEach(Browser::end);
    }

    private void forget() {
        fresh.removeIf(Browser::isOver);
        following.removeIf(Browser::isOver);
    }
}
