package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.plan.RoomPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A room that is ready to be played.
 *
 * @param operator the owner, who stays a member all the time
 * @param cast the accounts of everybody in the plan, and of others
 * @param resume how far an earlier run came
 * @param receipts filled while playing
 */
record StagedRoom(
        RoomPlan plan,
        String roomId,
        Account operator,
        Map<Persona, Account> cast,
        List<Listener> listeners,
        ResumePoint resume,
        Receipts receipts) {

    Account account(Persona persona) {
        return Objects.requireNonNull(cast.get(persona), persona.username());
    }

    long messages() {
        return plan.messages().size();
    }
}
