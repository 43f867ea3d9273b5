package io.github.simplechat.loadtest.bench;

import java.util.function.Supplier;

/**
 * One of the things that are compared.
 *
 * @param name for the table
 * @param round does one round of it
 */
public record Side(String name, Supplier<Round> round) {}
