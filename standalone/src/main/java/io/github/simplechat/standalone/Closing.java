package io.github.simplechat.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes one thing so that what fails there does not keep the next one open. */
final class Closing {

    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            log.debug("Could not close {}", open.getClass().getSimpleName(), e);
        }
    }
}
