/** People, what services told them, and invitations: on HTTP. */
@NullMarked
package io.github.simplechat.query.people.web;

import org.jspecify.annotations.NullMarked;
