package io.github.simplechat.query.platform.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/** Ranges of text, as conditions that a plain index serves. */
public final class MongoRange {

    /** The highest code point: sorts after whatever else may follow a beginning. */
    private static final String END = "\udbff\udfff";

    private MongoRange() {}

    /**
     * Values of a field that begin with a text.
     *
     * @param after only those above this one; null for all
     */
    public static Criteria beginningWith(String field, String prefix, @Nullable String after) {
        Criteria range = where(field).lt(prefix + END);
        return after == null || after.compareTo(prefix) < 0 ? range.gte(prefix) : range.gt(after);
    }
}
