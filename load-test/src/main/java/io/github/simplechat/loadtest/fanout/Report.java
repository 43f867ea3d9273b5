package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.bench.Table;
import java.io.IOException;

/** One question to servers of live feeds. */
interface Report {

    /** Measures, which takes minutes. */
    Table measure() throws IOException;

    /** What was measured, and how often. */
    String headline();
}
