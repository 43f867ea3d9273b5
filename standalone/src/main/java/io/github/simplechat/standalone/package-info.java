/**
 * Everything in one process: the three services' modules with embedded stores, data in one folder.
 */
@NullMarked
package io.github.simplechat.standalone;

import org.jspecify.annotations.NullMarked;
