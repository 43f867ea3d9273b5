package io.github.simplechat.query.rebuild;

/**
 * One generation of one projection.
 *
 * @param projection the projection's name
 * @param number 1, 2, 3 …
 */
public record GenerationId(String projection, int number) {

    @Override
    public String toString() {
        return projection + "_" + number;
    }
}
