/** People: what is told to one of them. PersonDecider holds the rules. */
@NullMarked
package io.github.simplechat.command.person;

import org.jspecify.annotations.NullMarked;
