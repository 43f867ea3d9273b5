package io.github.simplechat.loadtest.crash;

/**
 * What a check found.
 *
 * @param acknowledged how many messages had been acknowledged
 * @param lost how many of them are not in the store where the answer said
 * @param doubled messages that are in the store again, and repeated requests with another answer
 * @param holes places where a version or a seq does not follow the one before it
 * @param unanswered requests that were refused, or that nobody answered to the end
 */
record Findings(long acknowledged, long lost, long doubled, long holes, long unanswered) {

    static final Findings NONE = new Findings(0, 0, 0, 0, 0);

    boolean good() {
        return acknowledged > 0 && lost == 0 && doubled == 0 && holes == 0 && unanswered == 0;
    }

    Findings and(Findings other) {
        return new Findings(
                acknowledged + other.acknowledged,
                lost + other.lost,
                doubled + other.doubled,
                holes + other.holes,
                unanswered + other.unanswered);
    }
}
