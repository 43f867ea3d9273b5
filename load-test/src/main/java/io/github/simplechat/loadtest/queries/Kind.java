package io.github.simplechat.loadtest.queries;

import io.github.simplechat.loadtest.search.Questions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A query that is measured. */
enum Kind {
    /** The newest page of the long room's history. */
    NEWEST("newest page"),
    /** A page anywhere in it. */
    ANYWHERE("page anywhere"),
    /** The reader's rooms, with what is unread. */
    ROOMS("my rooms"),
    /** The changes after any version of the long room. */
    CHANGES("changes"),
    /** One of the program's questions, in all of the reader's rooms, newest first. */
    SEARCH("search");

    private static final List<String> QUESTIONS = Questions.texts();

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * The path of one such query.
     *
     * @param room the long room
     * @param messages how many messages it has
     */
    String path(String room, long messages) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long some = 1 + random.nextLong(messages);
        return switch (this) {
            case NEWEST -> "/v1/rooms/" + room + "/messages";
            case ANYWHERE -> "/v1/rooms/" + room + "/messages?before=" + (some + 1);
            case ROOMS -> "/v1/me/rooms";
            case CHANGES -> "/v1/rooms/" + room + "/changes?after=" + some;
            case SEARCH ->
                    "/v1/search?q="
                            + URLEncoder.encode(
                                    QUESTIONS.get(random.nextInt(QUESTIONS.size())),
                                    StandardCharsets.UTF_8);
        };
    }
}
