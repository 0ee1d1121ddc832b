package io.exitbrain.serdes;

import io.exitbrain.domain.Confirmation;
import io.exitbrain.domain.Orders;
import io.exitbrain.domain.SentExit;
import io.exitbrain.domain.SentStop;

/** What the executor was told and what it confirmed. */
final class OrdersCodec implements Codec<Orders> {

    static final Codec<Orders> ORDERS = new OrdersCodec();

    private static final Codec<SentStop> STOP = Codec.of(OrdersCodec::writeStop, OrdersCodec::readStop);
    private static final Codec<SentExit> EXIT = Codec.of(OrdersCodec::writeExit, OrdersCodec::readExit);

    @Override
    public void write(BinaryWriter out, Orders orders) {
        out.number(orders.version());
        out.optional(orders.stop(), STOP);
        out.optional(orders.exit(), EXIT);
        writeConfirmation(out, orders.confirmation());
    }

    @Override
    public Orders read(BinaryReader in) {
        return new Orders(in.integer(), in.optional(STOP), in.optional(EXIT), readConfirmation(in));
    }

    private static void writeStop(BinaryWriter out, SentStop stop) {
        out.number(stop.version());
        Codes.ACTION.write(out, stop.action());
        Codes.REASON.write(out, stop.reason());
        out.decimal(stop.price());
        out.decimal(stop.quantity());
        out.number(stop.sentAt());
    }

    private static SentStop readStop(BinaryReader in) {
        return new SentStop(
                in.integer(), Codes.ACTION.read(in), Codes.REASON.read(in), in.decimal(), in.decimal(), in.number());
    }

    private static void writeExit(BinaryWriter out, SentExit exit) {
        out.number(exit.version());
        Codes.REASON.write(out, exit.reason());
        out.decimal(exit.stopPrice());
        out.decimal(exit.quantity());
        out.number(exit.sentAt());
        out.flag(exit.rejected());
    }

    private static SentExit readExit(BinaryReader in) {
        return new SentExit(in.integer(), Codes.REASON.read(in), in.decimal(), in.decimal(), in.number(), in.flag());
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
