package io.github.simplechat.query.search.lucene;

import java.util.ArrayList;
import java.util.List;

/**
 * Folded text in overlapping pieces, by which any part of it is found. A piece begins at every
 * character but the blank. Where a script has thousands of characters two of them tell enough, else
 * it takes three; at the end of a text pieces are shorter.
 */
final class Grams {

    private static final int FEW = 2;
    private static final int MORE = 3;

    /**
     * A piece.
     *
     * @param at the character it begins with, counted in code points
     */
    record Gram(int at, String text) {}

    /**
     * How a part of a text is found.
     *
     * @param whole pieces that must be there, at these distances
     * @param begun beginnings of pieces that must be there, anywhere
     */
    record Cover(List<Gram> whole, List<String> begun) {}

    private final int[] characters;

    private Grams(String folded) {
        this.characters = folded.codePoints().toArray();
    }

    /** Every piece of a text. */
    static List<Gram> of(String folded) {
        Grams grams = new Grams(folded);
        List<Gram> all = new ArrayList<>();
        for (int at = 0; at < grams.characters.length; at++) {
            if (grams.characters[at] != ' ') {
                all.add(grams.gram(at, grams.end(at)));
            }
        }
        return all;
    }

    /** The fewest pieces that make up a text, which neither begins nor ends with a blank. */
    static Cover cover(String folded) {
        Grams grams = new Grams(folded);
        Cover cover = new Cover(new ArrayList<>(), new ArrayList<>());
        int covered = 0;
        while (covered < grams.characters.length) {
            covered = grams.cover(covered, cover);
        }
        return cover;
    }

    /** Covers the character at a place; returns up to where all is covered. */
    private int cover(int at, Cover cover) {
        for (int start = at; start >= 0 && start > at - MORE; start--) {
            if (characters[start] != ' '
                    && start + size(start) <= characters.length
                    && start + size(start) > at) {
                cover.whole().add(gram(start, start + size(start)));
                return start + size(start);
            }
        }
        int start = characters[at] == ' ' ? at - 1 : at;
        cover.begun().add(gram(start, characters.length).text());
        return characters.length;
    }

    private Gram gram(int from, int to) {
        return new Gram(from, new String(characters, from, to - from));
    }

    private int end(int at) {
        return Math.min(at + size(at), characters.length);
    }

    private int size(int at) {
        return switch (Character.UnicodeScript.of(characters[at])) {
            case HANGUL, HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI -> FEW;
            default -> MORE;
        };
    }
}
