package io.github.simplechat.query.platform.mongo;

/** A document that one feed feeds. */
public interface VersionedDocument {

    /** Its {@code _id}. */
    String id();

    /** The feed's version at the document's last change. */
    long version();
}
