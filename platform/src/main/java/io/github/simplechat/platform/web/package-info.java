/** What every HTTP answer has in common: problems, health, settings of JSON. */
@NullMarked
package io.github.simplechat.platform.web;

import org.jspecify.annotations.NullMarked;
