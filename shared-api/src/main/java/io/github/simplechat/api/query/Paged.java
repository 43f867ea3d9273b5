package io.github.simplechat.api.query;

import io.github.simplechat.api.query.Page.Cursors;

/** An answer that may have neighbours. */
public interface Paged {

    /** How to go on. */
    Cursors page();
}
