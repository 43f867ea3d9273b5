package io.github.simplechat.loadtest.fake;

import io.github.simplechat.loadtest.live.LiveFeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live feed of the fake, without a socket. */
public final class InMemoryLiveFeed implements LiveFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FAULTY = 7;

    private final FakeChat chat;
    private final Set<Fault> faults;
    private final List<InMemorySession> sessions = new CopyOnWriteArrayList<>();
    private volatile int framesPerConnection = Integer.MAX_VALUE;

    InMemoryLiveFeed(FakeChat chat, Set<Fault> faults) {
        this.chat = chat;
        this.faults = faults;
    }

    /** Ends every connection after that many frames. */
    public void cutAfter(int frames) {
        framesPerConnection = frames;
    }

    /** How many connections are open. */
    public int open() {
        return sessions.size();
    }

    @Override
    public Session open(String token, Receiver receiver) throws Refused {
        String userId = chat.userOf(token);
        if (userId == null) {
            throw new Refused();
        }
        InMemorySession session = new InMemorySession(userId, receiver);
        sessions.add(session);
        return session;
    }

    private final class InMemorySession implements Session, Consumer<FakeRoom.Change> {

        private final String userId;
        private final Receiver receiver;
        private final List<String> held = new ArrayList<>();
        private FakeRoom room;
        private int frames;
        private boolean over;

        InMemorySession(String userId, Receiver receiver) {
            this.userId = userId;
            this.receiver = receiver;
        }

        @Override
        public void send(String frame) {
            JsonNode data = JSON.readTree(frame).path("data");
            FakeRoom wanted = chat.room(data.path("roomId").asString());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("type", "chat");
            answer.put("roomId", wanted.id);
            if (!wanted.isMember(userId)) {
                answer.put("msg", "connection failed");
                answer.put("code", "not-a-member");
                push(answer);
                return;
            }
            synchronized (wanted) {
                room = wanted;
                answer.put("msg", "connection success");
                answer.put("version", wanted.version());
                push(answer);
                wanted.listen(data.path("since").asLong(wanted.version()), this);
            }
        }

        @Override
        public synchronized void accept(FakeRoom.Change change) {
            if (over) {
                return;
            }
            String frame =
                    text(
                            Map.of(
                                    "relay-type", "chat",
                                    "roomId", room.id,
                                    "msg-type", change.type(),
                                    "version", change.version(),
                                    "actorId", change.actorId()));
            boolean faulty = change.seq() == FAULTY;
            boolean last = change.seq() == chat.lastSeqOfPlay();
            if (faulty && faults.contains(Fault.FRAMES_LOSE)) {
                return;
            }
            if (last && faults.contains(Fault.FRAMES_LOSE_LAST)) {
                return;
            }
            if (faulty && faults.contains(Fault.FRAMES_REORDER)) {
                held.add(frame);
                return;
            }
            receiver.frame(frame);
            held.forEach(receiver::frame);
            held.clear();
            if (faulty && faults.contains(Fault.FRAMES_DOUBLE)) {
                receiver.frame(frame);
            }
            frames++;
            if (frames >= framesPerConnection) {
                close();
            }
        }

        @Override
        public synchronized void close() {
            if (!over) {
                over = true;
                sessions.remove(this);
                if (room != null) {
                    room.forget(this);
                }
                receiver.closed(4008, "too slow");
            }
        }

        private void push(Map<String, Object> data) {
            receiver.frame(text(data));
        }

        private static String text(Map<String, Object> data) {
            return JSON.writeValueAsString(Map.of("topic", "event.server", "data", data));
        }
    }
}
