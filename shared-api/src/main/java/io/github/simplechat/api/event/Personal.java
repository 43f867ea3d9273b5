package io.github.simplechat.api.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a person wrote, or what is told about them. Stored so that it can be read only while the
 * person's key exists: the person of a person's feed, else the actor. Once they were erased it
 * reads as null, a list as empty.
 */
@Documented
@Target({
    ElementType.RECORD_COMPONENT,
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
