/** Documents in MongoDB, written only if newer. */
@NullMarked
package io.github.simplechat.query.platform.mongo;

import org.jspecify.annotations.NullMarked;
