package io.github.simplechat.loadtest.plan;

import io.github.simplechat.loadtest.conversation.Conversation;
import io.github.simplechat.loadtest.conversation.LogLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A room and everything that happens in it, in order. Pure: the same prefix and conversation give
 * the same plan, so a second run repeats the first.
 *
 * @param name what the room is called
 * @param key the idempotency key of its creation, and the beginning of all keys in it
 * @param people everybody who does something, in order of appearance
 * @param steps what they do
 */
public record RoomPlan(String name, String key, List<Persona> people, List<Step> steps) {

    private static final int NAME = 80;

    /** Fixes the lists. */
    public RoomPlan {
        people = List.copyOf(people);
        steps = List.copyOf(steps);
    }

    /** Where a member stands at the end. */
    public record Standing(long seqAtJoin, long ownLastSeq) {

        /** Up to where the member has read without any read marker. */
        public long readSeq() {
            return Math.max(seqAtJoin, ownLastSeq);
        }
    }

    /** Plans a conversation. */
    public static RoomPlan of(String prefix, Conversation conversation) {
        String key = prefix + "-" + conversation.digest();
        Cast cast = new Cast(prefix);
        Set<Persona> present = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        long seq = 0;
        for (LogLine line : conversation.lines()) {
            switch (line) {
                case LogLine.Said said -> {
                    Persona who = cast.of(said.nick());
                    join(who, present, steps);
                    seq++;
                    String messageKey = key + "-" + said.number();
                    steps.add(
                            new Step.Says(
                                    who,
                                    said.number(),
                                    said.minute(),
                                    seq,
                                    said.text(),
                                    messageKey));
                }
                case LogLine.Came came -> join(cast.of(came.nick()), present, steps);
                case LogLine.Went went -> {
                    Persona who = cast.of(went.nick());
                    if (present.remove(who)) {
                        steps.add(new Step.Leaves(who));
                    }
                }
                case LogLine.Renamed renamed -> cast.rename(renamed.from(), renamed.to());
                case LogLine.Aside aside -> {}
                case LogLine.Skipped skipped -> {}
            }
        }
        Set<Persona> people = new LinkedHashSet<>();
        steps.forEach(step -> people.add(step.who()));
        return new RoomPlan(name(conversation), key, new ArrayList<>(people), steps);
    }

    /** The messages, in order: what history must show. */
    public List<Step.Says> messages() {
        return steps.stream()
                .filter(Step.Says.class::isInstance)
                .map(Step.Says.class::cast)
                .toList();
    }

    /** The members at the end, and where they stand. */
    public Map<Persona, Standing> standings() {
        Map<Persona, Standing> members = new LinkedHashMap<>();
        long seq = 0;
        for (Step step : steps) {
            switch (step) {
                case Step.Joins joins -> members.put(joins.who(), new Standing(seq, 0));
                case Step.Leaves leaves -> members.remove(leaves.who());
                case Step.Says says -> {
                    seq = says.seq();
                    long own = seq;
                    members.computeIfPresent(
                            says.who(), (who, old) -> new Standing(old.seqAtJoin(), own));
                }
            }
        }
        return members;
    }

    private static void join(Persona who, Set<Persona> present, List<Step> steps) {
        if (present.add(who)) {
            steps.add(new Step.Joins(who));
        }
    }

    private static String name(Conversation conversation) {
        String name = conversation.name();
        return name.length() <= NAME ? name : name.substring(0, NAME);
    }
}
