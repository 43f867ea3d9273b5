package io.github.simplechat.api.query;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The reactions under a message, in the order of their first use. Pure. */
final class Reactions {

    private Reactions() {}

    /** With a person's emoji; putting it there again changes nothing. */
    static List<Reaction> with(List<Reaction> before, String emoji, UUID userId) {
        List<Reaction> after = new ArrayList<>(before);
        for (int i = 0; i < after.size(); i++) {
            Reaction there = after.get(i);
            if (there.emoji().equals(emoji)) {
                after.set(i, with(there, userId));
                return List.copyOf(after);
            }
        }
        after.add(new Reaction(emoji, List.of(userId)));
        return List.copyOf(after);
    }

    private static Reaction with(Reaction there, UUID userId) {
        return there.userIds().contains(userId)
                ? there
                : new Reaction(
                        there.emoji(),
                        Stream.concat(there.userIds().stream(), Stream.of(userId)).toList());
    }

    /** Without a person's emoji; an emoji of nobody is gone. */
    static List<Reaction> without(List<Reaction> before, String emoji, UUID userId) {
        return before.stream()
                .map(there -> there.emoji().equals(emoji) ? without(there, userId) : there)
                .filter(left -> !left.userIds().isEmpty())
                .toList();
    }

    private static Reaction without(Reaction there, UUID userId) {
        return new Reaction(
                there.emoji(),
                there.userIds().stream().filter(one -> !one.equals(userId)).toList());
    }
}
