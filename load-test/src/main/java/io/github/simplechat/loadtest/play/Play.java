package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.conversation.Conversation;
import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.live.LiveFeed;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.plan.RoomPlan;
import io.github.simplechat.loadtest.progress.Parallel;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.proof.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays conversations and proves the result. */
public final class Play {

    private final PlaySettings settings;
    private final ApiClient api;
    private final Report report;
    private final Progress progress;
    private final Parallel parallel;
    private final Stage stage;

    /** A play against that API and that live feed. */
    public Play(
            PlaySettings settings, ApiClient api, LiveFeed feed, Report report, Progress progress) {
        this.settings = settings;
        this.api = api;
        this.report = report;
        this.progress = progress;
        this.parallel = new Parallel(settings.parallel(), progress);
        this.stage = new Stage(api, feed, settings);
    }

    /**
     * Plays and proves; true if nothing was lost, doubled or disordered.
     *
     * @throws io.github.simplechat.loadtest.api.ApiFailure if it cannot even begin
     */
    public boolean run(List<Conversation> conversations) {
        List<RoomPlan> plans =
                conversations.stream().map(log -> RoomPlan.of(settings.prefix(), log)).toList();
        Map<Persona, Account> cast = enter(plans);
        List<StagedRoom> staged = parallel.map("rooms", plans, plan -> stage.stage(plan, cast));
        RoomPlayer player = new RoomPlayer(api, settings.speed());
        PlayProof proof =
                new PlayProof(staged, api, new Rooms(parallel), report, settings.settle());
        try {
            proof.played(player);
            proof.stored();
            proof.heard();
            proof.read();
            if (settings.twice()) {
                proof.sentAgain(player);
            }
            rebuild(staged, proof);
            return report.verdict();
        } finally {
            staged.forEach(room -> room.listeners().forEach(Listener::close));
        }
    }

    private Map<Persona, Account> enter(List<RoomPlan> plans) {
        Set<Persona> people = new LinkedHashSet<>();
        plans.forEach(plan -> people.addAll(stage.people(plan)));
        Map<Persona, Account> cast = new HashMap<>();
        parallel.map("people", new ArrayList<>(people), api::enter)
                .forEach(account -> cast.put(account.persona(), account));
        return Map.copyOf(cast);
    }

    private void rebuild(List<StagedRoom> staged, PlayProof proof) {
        PlaySettings.Credentials admin = settings.admin();
        if (admin == null) {
            report.figure("rebuild", "left out: no administrator's name and password were given");
            return;
        }
        RebuildProof rebuilds = new RebuildProof(api, report, progress);
        for (String projection : List.of("timeline", "rooms")) {
            rebuilds.rebuild(admin, projection, staged);
        }
        proof.stored();
        proof.readStill();
    }
}
