package io.github.simplechat.query.testing;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionRemoved;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Made-up events that could have happened: people come, talk, edit, delete, read and go. */
public final class Story {

    private static final Instant START = Instant.parse("2026-11-22T06:00:00.123Z");

    private static final Attachment FILE =
            new Attachment("https://files.example/1", "tea.png", "image/png", 7);

    private final Random random;
    private final InMemoryEventLog log;
    private final List<UUID> people = new ArrayList<>();
    private final List<UUID> rooms = new ArrayList<>();
    private final Map<UUID, Set<UUID>> members = new HashMap<>();
    private final Map<UUID, Long> lastSeq = new HashMap<>();
    private final Map<UUID, Set<Long>> alive = new HashMap<>();
    private long moments;

    /** A story told into a log; the same seed tells the same story. */
    public Story(long seed, InMemoryEventLog log) {
        this.random = new Random(seed);
        this.log = log;
    }

    /** A log with a story of at least so many events. */
    public static InMemoryEventLog log(long seed, int events) {
        InMemoryEventLog log = new InMemoryEventLog();
        new Story(seed, log).tell(events);
        return log;
    }

    /** All events of a log. */
    public static List<RecordedEvent> all(InMemoryEventLog log) {
        return log.read(0, Integer.MAX_VALUE / 2, Duration.ZERO);
    }

    /** Goes on for at least so many events. */
    public void tell(int events) {
        long end = log.head() + events;
        while (log.head() < end) {
            step();
        }
    }

    public List<UUID> rooms() {
        return List.copyOf(rooms);
    }

    private void step() {
        if (people.size() < 5 || random.nextInt(40) == 0) {
            register();
        } else if (people.size() > 8 && random.nextInt(150) == 0) {
            erase(people.remove(random.nextInt(people.size())));
        } else if (rooms.size() < 3 || random.nextInt(60) == 0) {
            open();
        } else {
            inRoom(pick(rooms));
        }
    }

    private void register() {
        UUID id = id();
        people.add(id);
        log.append(new PersonRegistered(id, id, now(), "user" + people.size(), "User " + id));
    }

    private void open() {
        UUID room = id();
        UUID owner = pick(people);
        rooms.add(room);
        members.put(room, new HashSet<>(Set.of(owner)));
        alive.put(room, new HashSet<>());
        lastSeq.put(room, 0L);
        Visibility visibility = random.nextBoolean() ? Visibility.PUBLIC : Visibility.PRIVATE;
        log.append(
                new RoomCreated(room, owner, now(), "Room " + rooms.size(), visibility, null),
                new MemberJoined(room, owner, now(), owner, Role.OWNER, 0));
    }

    private void inRoom(UUID room) {
        UUID person = pick(people);
        boolean in = members.get(room).contains(person);
        long last = lastSeq.get(room);
        switch (random.nextInt(in ? 16 : 3)) {
            case 0 -> come(room, person, last);
            case 1 -> invite(room, person);
            case 2 -> tellPerson(person);
            case 3 -> log.append(new MessagesRead(person, person, now(), room, last));
            case 4 -> edit(room, person);
            case 5 -> delete(room, person);
            case 6, 7 -> react(room, person);
            case 8 -> pin(room, person);
            case 9 -> log.append(moderated(room, person, pick(people)));
            default -> send(room, person, last + 1);
        }
    }

    private void come(UUID room, UUID person, long last) {
        if (members.get(room).add(person)) {
            log.append(new MemberJoined(room, person, now(), person, Role.MEMBER, last));
        } else if (members.get(room).size() > 1) {
            members.get(room).remove(person);
            log.append(new MemberLeft(room, person, now(), person));
        }
    }

    /** Something of theirs can still be on its way when they are erased. */
    private void erase(UUID person) {
        log.append(new PersonErased(person, person, now()));
        for (UUID room : rooms) {
            if (members.get(room).remove(person)) {
                send(room, person, lastSeq.get(room) + 1);
                log.append(new MemberLeft(room, person, now(), person));
            }
        }
    }

    private void invite(UUID room, UUID person) {
        UUID host = pick(people);
        log.append(new PersonInvited(person, host, now(), room));
        if (random.nextBoolean()) {
            log.append(new InvitationClosed(person, person, now(), room, false));
        }
    }

    private void tellPerson(UUID person) {
        ChatEvent event =
                random.nextBoolean()
                        ? new NoticeReceived(
                                person, id(), now(), "payment", "Paid", Map.of("a.$b", 1))
                        : new AnnouncementMade(person, now(), "new-feature", "Hear " + moments);
        log.append(event);
    }

    private void send(UUID room, UUID person, long seq) {
        lastSeq.put(room, seq);
        alive.get(room).add(seq);
        Long replyTo = seq > 1 && random.nextBoolean() ? seq - 1 : null;
        Long threadOf = replyTo == null ? null : (seq + 4) / 5;
        List<UUID> mentions = random.nextInt(4) == 0 ? List.of(pick(people)) : List.of();
        log.append(
                new MessageSent(
                        room,
                        person,
                        now(),
                        seq,
                        "Text " + seq,
                        replyTo,
                        threadOf,
                        mentions,
                        random.nextInt(9) == 0 ? List.of(FILE) : List.of()));
        mentions.forEach(one -> log.append(new PersonMentioned(one, person, now(), room, seq)));
    }

    private void edit(UUID room, UUID person) {
        anyOf(alive.get(room))
                .ifPresent(seq ->
                        log.append(
                                new MessageEdited(
                                        room, person, now(), seq, "Better " + moments, List.of())));
    }

    private ChatEvent moderated(UUID room, UUID actor, UUID person) {
        return switch (random.nextInt(6)) {
            case 0 ->
                    new MemberRoleChanged(room, actor, now(), person, pick(List.of(Role.values())));
            case 1 -> new MemberMuted(room, actor, now(), person, now());
            case 2 -> new MemberBanned(room, actor, now(), person, null);
            case 3 -> new MemberUnbanned(room, actor, now(), person);
            case 4 -> new PersonChanged(person, person, now(), "Renamed " + moments);
            default ->
                    new RoomChanged(
                            room, actor, now(), "Again " + moments, Visibility.PUBLIC, null, 5);
        };
    }

    private void react(UUID room, UUID person) {
        String emoji = random.nextBoolean() ? "🍵" : "👍";
        anyOf(alive.get(room))
                .ifPresent(seq ->
                        log.append(
                                random.nextInt(3) == 0
                                        ? new ReactionRemoved(room, person, now(), seq, emoji)
                                        : new ReactionAdded(room, person, now(), seq, emoji)));
    }

    private void pin(UUID room, UUID person) {
        anyOf(alive.get(room))
                .ifPresent(seq ->
                        log.append(
                                random.nextInt(3) == 0
                                        ? new MessageUnpinned(room, person, now(), seq)
                                        : new MessagePinned(room, person, now(), seq)));
    }

    private void delete(UUID room, UUID person) {
        anyOf(alive.get(room))
                .ifPresent(seq -> {
                    alive.get(room).remove(seq);
                    log.append(new MessageDeleted(room, person, now(), seq));
                });
    }

    private java.util.Optional<Long> anyOf(Set<Long> seqs) {
        return seqs.stream()
                .sorted()
                .skip(seqs.isEmpty() ? 0 : random.nextInt(seqs.size()))
                .findFirst();
    }

    private Instant now() {
        return START.plusMillis(moments++);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
