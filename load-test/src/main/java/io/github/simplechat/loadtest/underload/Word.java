package io.github.simplechat.loadtest.underload;

/** Words of one length, each for one number: none is a part of another. */
final class Word {

    private static final int LETTERS = 26;
    private static final int LENGTH = 8;
    private static final long COUNT = 208_827_064_576L; // LETTERS to the power of LENGTH
    private static final long STEP = 79_000_003_331L; // has no divisor in common with COUNT

    private Word() {}

    /** The word of a number below a hundred million; those of neighbours are far apart. */
    static String of(long number) {
        StringBuilder word = new StringBuilder(LENGTH);
        long left = number * STEP % COUNT;
        for (int i = 0; i < LENGTH; i++) {
            word.append((char) ('a' + left % LETTERS));
            left /= LETTERS;
        }
        return word.toString();
    }
}
