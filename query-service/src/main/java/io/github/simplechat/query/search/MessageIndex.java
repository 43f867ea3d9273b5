package io.github.simplechat.query.search;

import io.github.simplechat.api.query.TextRange;
import io.github.simplechat.query.platform.Contents;
import java.util.List;

/**
 * The messages of one generation by what they say. It holds no message: it knows where which words
 * are, and nothing of a deleted message. Thread-safe.
 */
public interface MessageIndex {

    /**
     * The messages that hold all words, in the order that was asked for.
     *
     * <p>What was written is found within some tens of milliseconds. A hit may have changed since,
     * and in rare cases its characters only nearly match: ask {@link #matches} about the text that
     * is to be shown.
     */
    List<Hit> search(SearchQuery query);

    /**
     * Where a text holds the words, in rising order and without overlap; empty when it does not
     * hold all of them.
     *
     * @param text NFC
     */
    List<TextRange> matches(SearchText words, String text);

    /**
     * Takes in changes. Repeating them, or any later part of the log that begins with them, leaves
     * the same index as taking them in once. Of people who were erased nothing is taken in any
     * more.
     */
    void write(IndexChanges changes);

    /** Which messages it holds, and of which version; not what they say. */
    Contents contents();

    /** Removes the generation with its files. */
    void drop();

    /** Lets go of what it holds; what was written is kept. */
    void close();
}
