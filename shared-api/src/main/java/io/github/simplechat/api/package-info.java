/** What commands, queries and the live feed have in common: refusals, receipts and limits. */
@NullMarked
package io.github.simplechat.api;

import org.jspecify.annotations.NullMarked;
