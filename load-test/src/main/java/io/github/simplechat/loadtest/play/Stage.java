package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.api.RoomQueries;
import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.live.LiveFeed;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.plan.RoomPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gets a room ready: opens or finds it, lets listeners in, and looks how far it is. */
final class Stage {

    private static final Duration CONNECTING = Duration.ofSeconds(20);

    private final ApiClient api;
    private final LiveFeed feed;
    private final PlaySettings settings;

    Stage(ApiClient api, LiveFeed feed, PlaySettings settings) {
        this.api = api;
        this.feed = feed;
        this.settings = settings;
    }

    /** Everybody that a room needs, before it is staged. */
    List<Persona> people(RoomPlan plan) {
        List<Persona> people = new ArrayList<>(plan.people());
        people.add(operator());
        people.addAll(listeners(plan));
        return people;
    }

    /**
     * Stages a room for people who are signed in.
     *
     * @throws ApiFailure if a listener does not get connected in time
     */
    StagedRoom stage(RoomPlan plan, Map<Persona, Account> cast) {
        RoomCommands commands = new RoomCommands(api);
        Account operator = Objects.requireNonNull(cast.get(operator()));
        Receipts receipts = new Receipts();
        String roomId = commands.open(operator, plan.name(), plan.key() + "-room");
        receipts.version(commands.join(operator, roomId));
        List<Listener> listeners = new ArrayList<>();
        for (Persona persona : listeners(plan)) {
            Account account = Objects.requireNonNull(cast.get(persona));
            receipts.version(commands.join(account, roomId));
            listeners.add(new Listener(feed, api, account, roomId));
        }
        awaitConnected(listeners);
        List<RoomQueries.Change> changes =
                new RoomQueries(api).changes(operator, roomId, receipts.version());
        Map<Persona, String> ids = new HashMap<>();
        plan.people().forEach(who -> ids.put(who, Objects.requireNonNull(cast.get(who)).userId()));
        ResumePoint resume = ResumePoint.find(plan.steps(), ids, changes);
        return new StagedRoom(plan, roomId, operator, cast, listeners, resume, receipts);
    }

    private Persona operator() {
        return Persona.of(settings.prefix(), "\noperator", "operator");
    }

    private List<Persona> listeners(RoomPlan plan) {
        List<Persona> listeners = new ArrayList<>();
        for (int i = 1; i <= settings.listeners(); i++) {
            listeners.add(
                    Persona.of(
                            settings.prefix(),
                            "\nlistener\n" + plan.key() + "\n" + i,
                            "listener " + i));
        }
        return listeners;
    }

    private static void awaitConnected(List<Listener> listeners) {
        for (Listener listener : listeners) {
            boolean connected = Deadline.in(CONNECTING).until(() -> listener.seen().connected());
            if (!connected) {
                listeners.forEach(Listener::close);
                throw new ApiFailure(
                        "The live feed gives no connection: "
                                + Objects.requireNonNullElse(listener.trouble(), "no answer")
                                + ".");
            }
        }
    }
}
