package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.Account;
import io.exitbrain.domain.plan.Holding;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SideTimes;
import io.exitbrain.domain.value.PositionSide;
import java.util.List;
import java.util.Optional;

/**
 * A position side as version 1 of the state has it: times instead of an account, and sometimes a held snapshot. What is open then is the
 * start of the account; fills up to the newest snapshot are in it. A held snapshot is dropped: no clock releases it any more.
 */
final class VersionOneSide {

    private VersionOneSide() {}

    static SideState read(BinaryReader in, PositionSide side, Position position, Codec<LivingPlan> plan) {
        long newestEvent = in.number();
        long newestSnapshot = in.number();
        long opened = in.number();
        long lastIncrease = in.number();
        in.number(); // the fill that last opened or added
        in.optional(Codec.of(
                (out, held) -> {
                    throw new UnsupportedOperationException("only version 1 has held snapshots");
                },
                held -> {
                    SnapshotCodec.SNAPSHOT.read(held);
                    return held.number();
                }));
        Account account = new Account(
                new Holding(position.signed(), position.entry()),
                List.of(),
                newestSnapshot,
                newestSnapshot,
                newestEvent);
        return new SideState(
                side,
                position,
                account,
                new SideTimes(opened, lastIncrease),
                Optional.empty(),
                in.optional(plan),
                in.number(),
                Optional.empty(),
                false);
    }
}
