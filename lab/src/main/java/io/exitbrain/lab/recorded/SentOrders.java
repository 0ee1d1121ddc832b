package io.exitbrain.lab.recorded;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.Action;
import io.exitbrain.lab.trade.Ending.Exit;
import java.util.Optional;
import java.util.regex.Pattern;

/** The orders of the engine on one side of a symbol: the commands that it sent, and what the executor reported of them. */
public final class SentOrders {

    /** A fill comes within this time after the command or the report that explains it. */
    private static final long ANSWER_MS = 5_000;

    /** What a command adds to the id of its plan. A leg adds something else. */
    private static final Pattern OF_COMMAND = Pattern.compile("-[0-9]+");

    private String plan = "";
    private String planBefore = "";
    private Optional<StopCommand> exit = Optional.empty();
    private Optional<ExecutionReport> filled = Optional.empty();

    /** An exit counts when it is sent for the first time. */
    public void sent(StopCommand command) {
        if (!command.planId().equals(plan)) {
            planBefore = plan;
            plan = command.planId();
        }
        if (command.action() == Action.EXIT && !isExit(command.commandId())) {
            exit = Optional.of(command);
        }
    }

    public void reported(ExecutionReport report) {
        if (report.status() == ExecutionReport.Status.FILLED) {
            filled = Optional.of(report);
        }
    }

    /**
     * The order that {@code fill} executed: the one that its orderId names, if an executor gives the order the id of its command, or of its
     * plan and something more for a leg. Else that of a report FILLED, or an EXIT, within 5 s before the fill. Empty if there is none.
     */
    public Optional<Exit> causeOf(Fill fill) {
        return fill.orderId()
                .flatMap(this::ofOrder)
                .or(() -> ofReport(fill.time()))
                .or(() -> ofExit(fill.time()));
    }

    private Optional<Exit> ofOrder(String orderId) {
        if (!isOfPlan(orderId)) {
            return Optional.empty();
        }
        boolean isCommand =
                OF_COMMAND.matcher(orderId.substring(orderId.indexOf('-'))).matches();
        return Optional.of(isCommand ? ofCommand(orderId) : Exit.TAKE_PROFIT);
    }

    private boolean isOfPlan(String id) {
        return isOf(plan, id) || isOf(planBefore, id);
    }

    private static boolean isOf(String planId, String id) {
        return !planId.isEmpty() && id.startsWith(planId + "-");
    }

    private Exit ofCommand(String commandId) {
        return isExit(commandId) ? Exit.EXIT_COMMAND : Exit.STOP;
    }

    private boolean isExit(String commandId) {
        return exit.filter(sent -> sent.commandId().equals(commandId)).isPresent();
    }

    private Optional<Exit> ofReport(long time) {
        return filled.filter(
                        report -> isAnswer(report.time(), time) && (plan.isEmpty() || isOfPlan(report.commandId())))
                .map(report -> ofCommand(report.commandId()));
    }

    private Optional<Exit> ofExit(long time) {
        return exit.filter(sent -> isAnswer(sent.time(), time)).map(sent -> Exit.EXIT_COMMAND);
    }

    private static boolean isAnswer(long before, long time) {
        return time >= before && time - before <= ANSWER_MS;
    }
}
