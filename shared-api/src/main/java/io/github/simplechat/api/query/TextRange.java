package io.github.simplechat.api.query;

/**
 * A piece of a text, in UTF-16 code units: what {@code text.slice(start, end)} cuts out in a
 * browser and {@code substring} in Java.
 *
 * @param start where it begins, from 0
 * @param end where it has ended; greater than {@code start}
 */
public record TextRange(int start, int end) {}
