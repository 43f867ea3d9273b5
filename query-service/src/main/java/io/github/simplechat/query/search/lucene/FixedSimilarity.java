package io.github.simplechat.query.search.lucene;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 without what it knows of the other messages. Every hit holds every word, so how rare a word
 * is would hardly change the order; but it would change the scores with every message that comes,
 * and pages could not follow one another.
 */
final class FixedSimilarity extends BM25Similarity {

    private static final float USUAL_WORDS = 10;

    @Override
    protected float idf(long documentsWithTerm, long documents) {
        return 1;
    }

    @Override
    protected float avgFieldLength(CollectionStatistics statistics) {
        return USUAL_WORDS;
    }
}
