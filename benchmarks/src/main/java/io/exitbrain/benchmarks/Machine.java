package io.exitbrain.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The description of the machine of a run. */
final class Machine {

    private static final double GIB = 1L << 30;

    private Machine() {}

    static Map<String, String> described() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("cores", "" + Runtime.getRuntime().availableProcessors());
        machine.put("memory", String.format(Locale.ROOT, "%.1f GiB", system.getTotalMemorySize() / GIB));
        machine.put("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
        machine.put("OS", "%s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()));
        machine.put("load before the run", String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage()));
        return machine;
    }
}
