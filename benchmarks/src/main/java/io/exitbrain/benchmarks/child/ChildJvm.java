package io.exitbrain.benchmarks.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A child JVM that runs a main class of this class path. It never outlives this JVM.
 *
 * @param name of the log file
 * @param folder of the log file
 */
public record ChildJvm(String name, Path folder, List<String> flags, Class<?> main, List<String> arguments) {

    private static final Path LARGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private static final int CANDIDATE_MEBIBYTES = 2_048;

    /** The JVM flags of every candidate. */
    public static final List<String> CANDIDATE_FLAGS = launchedWith(CANDIDATE_MEBIBYTES);

    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();
    private static final Duration MAX_STOP_TIME = Duration.ofSeconds(15);
    private static final int LAST_LINES = 12;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildJvm::endAll, "end-child-jvms"));
    }

    public ChildJvm {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
    }

    /** The flags that the launcher gives the engine, with a heap of {@code mebibytes} and with large pages if the launcher would use them. */
    public static List<String> launchedWith(int mebibytes) {
        List<String> flags = new ArrayList<>(List.of(
                "-Xms%dm".formatted(mebibytes),
                "-Xmx%dm".formatted(mebibytes),
                "-XX:NewRatio=1",
                "-XX:+AlwaysPreTouch"));
        if (hasLargePages()) {
            flags.add("-XX:+UseTransparentHugePages");
        }
        return List.copyOf(flags);
    }

    private static boolean hasLargePages() {
        try {
            return Files.readString(LARGE_PAGES).matches("(?s).*\\[(madvise|always)].*");
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** Starts the JVM; its output goes to {@link #log}. */
    public Process start() throws IOException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        ALIVE.removeIf(other -> !other.isAlive());
        ALIVE.add(process);
        return process;
    }

    /** Runs the JVM to its end and returns its output. Throws {@link ChildFailed} if it fails or takes longer than {@code limit}. */
    public String runWithin(Duration limit) throws IOException, InterruptedException {
        Process process = start();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            throw new ChildFailed(
                    "%s was not done after %d s and was ended: give the run more time (--for) or less to do"
                            .formatted(name, limit.toSeconds()));
        }
        if (process.exitValue() != 0) {
            throw new ChildFailed("%s failed with exit code %d:%n%s".formatted(name, process.exitValue(), lastLines()));
        }
        return Files.readString(log());
    }

    /** Ends {@code process} normally, so that it can write a flight recording; by force if it does not end in time. */
    public static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(MAX_STOP_TIME.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Ends all living child JVMs and waits for their end, so that their files can be deleted. */
    public static void endAll() {
        ALIVE.forEach(Process::destroyForcibly);
        ALIVE.forEach(process -> process.onExit().join());
    }

    Path log() {
        return folder.resolve(name + ".log");
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-XX:+UseSerialGC");
        command.add("-Dlog.level=error");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
