/** Who makes the tables of the database, and who uses them. */
@NullMarked
package io.github.simplechat.platform.database;

import org.jspecify.annotations.NullMarked;
