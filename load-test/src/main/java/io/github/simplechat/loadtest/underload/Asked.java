package io.github.simplechat.loadtest.underload;

/**
 * A question that was asked.
 *
 * @param due when it was due, of {@link System#nanoTime}
 * @param nanos from then until it was answered
 * @param kind what was asked for
 * @param outcome what came of it
 */
record Asked(long due, long nanos, String kind, Outcome outcome) {

    /** What came of a question. */
    enum Outcome {
        /** The answer that was known. */
        RIGHT,
        /** Another answer. */
        WRONG,
        /** A refusal, a failure or no answer. */
        ERROR
    }
}
