package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.Confirmation;
import io.exitbrain.domain.plan.ReportTimes;
import io.exitbrain.domain.plan.SentCommands;

/** The codec of the sent commands and their confirmation. */
final class SentCommandsCodec implements Codec<SentCommands> {

    static final Codec<SentCommands> ORDERS = new SentCommandsCodec();

    private static final Codec<SentCommands.SentStop> STOP =
            Codec.of(SentCommandsCodec::writeStop, SentCommandsCodec::readStop);
    private static final Codec<ReportTimes.Reported> REPORTED = Codec.of(
            (out, reported) -> {
                out.number(reported.version());
                out.number(reported.time());
            },
            in -> new ReportTimes.Reported(in.integer(), in.number()));
    private static final Codec<SentCommands.SentExit> EXIT =
            Codec.of(SentCommandsCodec::writeExit, SentCommandsCodec::readExit);

    @Override
    public void write(BinaryWriter out, SentCommands orders) {
        out.number(orders.version());
        out.optional(orders.stop(), STOP);
        out.optional(orders.exit(), EXIT);
        writeConfirmation(out, orders.confirmation());
        out.list(orders.reports().reports(), REPORTED);
    }

    @Override
    public SentCommands read(BinaryReader in) {
        return new SentCommands(
                in.integer(),
                in.optional(STOP),
                in.optional(EXIT),
                readConfirmation(in),
                in.since(3) ? new ReportTimes(in.list(REPORTED)) : ReportTimes.NONE);
    }

    private static void writeStop(BinaryWriter out, SentCommands.SentStop stop) {
        out.number(stop.version());
        EnumCodec.ACTION.write(out, stop.action());
        EnumCodec.REASON.write(out, stop.reason());
        out.decimal(stop.price());
        out.decimal(stop.quantity());
        out.number(stop.sentAt());
    }

    private static SentCommands.SentStop readStop(BinaryReader in) {
        return new SentCommands.SentStop(
                in.integer(),
                EnumCodec.ACTION.read(in),
                EnumCodec.REASON.read(in),
                in.decimal(),
                in.decimal(),
                in.number());
    }

    private static void writeExit(BinaryWriter out, SentCommands.SentExit exit) {
        out.number(exit.version());
        EnumCodec.REASON.write(out, exit.reason());
        out.decimal(exit.stopPrice());
        out.decimal(exit.quantity());
        out.number(exit.sentAt());
        out.flag(exit.rejected());
    }

    private static SentCommands.SentExit readExit(BinaryReader in) {
        return new SentCommands.SentExit(
                in.integer(), EnumCodec.REASON.read(in), in.decimal(), in.decimal(), in.number(), in.flag());
    }

    private static void writeConfirmation(BinaryWriter out, Confirmation confirmation) {
        out.number(confirmation.version());
        out.optional(confirmation.price(), DECIMAL);
        out.number(confirmation.failures());
        out.number(confirmation.alarmSince());
        out.number(confirmation.filledAt());
        out.flag(confirmation.resend());
    }

    private static Confirmation readConfirmation(BinaryReader in) {
        return new Confirmation(in.integer(), in.optional(DECIMAL), in.integer(), in.number(), in.number(), in.flag());
    }
}
