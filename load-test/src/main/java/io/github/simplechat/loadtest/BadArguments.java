package io.github.simplechat.loadtest;

/** The command line asks for something senseless. The message is one sentence for its author. */
public final class BadArguments extends RuntimeException {

    /** Ends the program with exit code 2 and this sentence. */
    public BadArguments(String sentence) {
        super(sentence, null, false, false);
    }
}
