package io.exitbrain.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A small JVM that can be killed, paused and started again with the same arguments. Its output is appended to a log. */
public final class ChildJvm {

    private static final List<String> FLAGS = List.of(
            "-Xmx192m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dlog.level=warn");

    private final String name;
    private final Path log;
    private final List<String> arguments;
    private Optional<Process> process = Optional.empty();
    private boolean closed;

    /** {@code arguments} are the name of the main class and what it gets. */
    public ChildJvm(String name, Path log, List<String> arguments) {
        this.name = name;
        this.log = log;
        this.arguments = List.copyOf(arguments);
    }

    public String name() {
        return name;
    }

    /** Starts it. After {@link #close} it does nothing. */
    public void start() {
        start(Map.of());
    }

    /** Starts it with a clock that is {@code ahead}, or behind if that is negative. */
    public void startWithWrongClock(Duration ahead) {
        start(WrongClock.environment(ahead));
    }

    private synchronized void start(Map<String, String> environment) {
        if (closed) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildMain.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("EXIT_BRAIN_"));
        builder.environment().putAll(environment);
        try {
            process = Optional.of(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start " + name, failed);
        }
    }

    public synchronized boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Sends SIGKILL and waits for the end. */
    public void kill() {
        running().ifPresent(alive -> awaitEnd(alive.destroyForcibly(), 10));
    }

    /** Sends SIGTERM and waits for the end. Throws {@link ProcessFailed} if it does not end within {@code seconds}. */
    public void terminate(int seconds) {
        // Process.destroy would also close the pipe that says that the parent lives, and the process would end at once
        signal("TERM");
        running().ifPresent(ending -> awaitEnd(ending, seconds));
    }

    /** Stops it in the middle of whatever it does, until {@link #resume}. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** From now on no write to a file succeeds, until {@link #freeDisk}. */
    public void fillDisk() {
        if (!FullDisk.begin(pid())) {
            throw new ProcessFailed(name + " has ended");
        }
    }

    /** Files can be written again. A process that has ended meanwhile is started; then it returns true. */
    public boolean freeDisk() {
        boolean hasEnded = !isAlive() || !FullDisk.end(pid());
        if (hasEnded) {
            awaitEnd();
            start();
        }
        return hasEnded;
    }

    /** Kills it for good. */
    public synchronized void close() {
        closed = true;
        process.ifPresent(Process::destroyForcibly);
    }

    /** Returns when it is gone. */
    public void awaitEnd() {
        running().ifPresent(ending -> awaitEnd(ending, 10));
    }

    private synchronized Optional<Process> running() {
        return process;
    }

    private long pid() {
        return running()
                .orElseThrow(() -> new ProcessFailed(name + " was never started"))
                .pid();
    }

    private void signal(String signal) {
        if (SystemCommand.exitCode("kill", "-" + signal, Long.toString(pid())) != 0) {
            throw new ProcessFailed("%s does not take the signal %s: it has ended".formatted(name, signal));
        }
    }

    private void awaitEnd(Process ending, int seconds) {
        try {
            if (!ending.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new ProcessFailed("%s did not end within %d s".formatted(name, seconds));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProcessFailed("was interrupted while it waited for " + name, interrupted);
        }
    }
}
