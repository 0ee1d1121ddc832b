package io.exitbrain.chaos.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs another main class in this process, and ends the process when its parent has ended, however that ended. */
public final class ChildMain {

    private static final int ORPHANED = 3;

    private ChildMain() {}

    /** {@code args}: the name of the main class, then its arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread guard = new Thread(ChildMain::endWithTheParent, "parent-guard");
        guard.setDaemon(true);
        guard.start();
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    /** The parent holds the other end of this pipe and never writes: the pipe ends with the parent. */
    private static void endWithTheParent() {
        try {
            while (System.in.read() >= 0) {
                // the parent lives
            }
        } catch (IOException broken) {
            System.err.println("the pipe of the parent is broken: " + broken.getMessage());
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
