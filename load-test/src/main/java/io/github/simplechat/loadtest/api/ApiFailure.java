package io.github.simplechat.loadtest.api;

/** The API refused, or gave no answer for longer than patience lasts. One sentence. */
public final class ApiFailure extends RuntimeException {

    /** Says what was asked and what came of it. */
    public ApiFailure(String sentence) {
        super(sentence, null, false, false);
    }

    /** The caller's thread was told to stop; keeps the interrupt for whoever looks next. */
    static ApiFailure interrupted() {
        Thread.currentThread().interrupt();
        return new ApiFailure("Stopped before the answer came.");
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
