package io.github.simplechat.command.room;

import io.github.simplechat.api.Limits;
import io.github.simplechat.command.person.Directory;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whom a message mentions: those whom the client names, then those whom the text names. */
@Component
public final class Mentions {

    private final Directory directory;

    Mentions(Directory directory) {
        this.directory = directory;
    }

    /** The people mentioned, at most {@link Limits#MENTIONS}; members or not. */
    public List<UUID> of(String text, Collection<UUID> named) {
        List<List<String>> mentions = MentionedNames.in(text);
        if (mentions.isEmpty() && named.isEmpty()) {
            return List.of();
        }
        Set<UUID> people = new LinkedHashSet<>(named);
        people.addAll(known(mentions));
        return people.stream().limit(Limits.MENTIONS).toList();
    }

    private List<UUID> known(List<List<String>> mentions) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        Map<String, UUID> ids =
                directory.idsOf(mentions.stream().flatMap(List::stream).distinct().toList());
        return mentions.stream()
                .flatMap(readings -> readings.stream().filter(ids::containsKey).limit(1))
                .map(ids::get)
                .toList();
    }
}
