/** The register of generations in MongoDB. */
@NullMarked
package io.github.simplechat.query.rebuild.mongo;

import org.jspecify.annotations.NullMarked;
