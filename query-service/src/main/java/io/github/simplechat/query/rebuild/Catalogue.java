package io.github.simplechat.query.rebuild;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where lineages are kept. Each is one document and changes in one write, which counts only if
 * nobody else has written since it was read. Implementations are thread-safe.
 */
public interface Catalogue {

    /** Every lineage that was ever written, in one request. */
    List<Lineage> all();

    /** The lineage of a projection; an unknown one when none was written. */
    Lineage of(String projection);

    /**
     * Writes a lineage over the one with the revision before it.
     *
     * @return false, and nothing is written, when that is not what is there
     */
    boolean write(Lineage next);

    /**
     * Reads a lineage, changes it and writes it, again and again until nobody comes between.
     *
     * @param change may be called several times, may refuse by throwing, and changes nothing by
     *     answering with what it was given
     * @return the lineage as it is then
     */
    default Lineage change(String projection, UnaryOperator<Lineage> change) {
        while (true) {
            Lineage before = of(projection);
            Lineage after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            Lineage next = after.revised();
            if (write(next)) {
                return next;
            }
        }
    }
}
