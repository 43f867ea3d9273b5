package io.github.simplechat.query.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, in 128 bits.
 *
 * @param id the document, unique within its generation
 * @param version the version of its feed at its last change
 * @param high the first half of the hash
 * @param low the second half
 */
public record Fingerprint(String id, long version, long high, long low) {

    /**
     * That of a document.
     *
     * @param content texts, numbers, dates, lists and maps; the order of a map does not matter, nor
     *     whether what is not there is said or left out
     */
    public static Fingerprint of(String id, long version, Object content) {
        StringBuilder canonical = new StringBuilder();
        write(canonical, id);
        write(canonical, content);
        ByteBuffer hash =
                ByteBuffer.wrap(
                        sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        return new Fingerprint(id, version, hash.getLong(), hash.getLong());
    }

    /** The same of a document that is known by a longer name. */
    public Fingerprint within(String part) {
        return new Fingerprint(part + "/" + id, version, high, low);
    }

    @SuppressWarnings("JavaUtilDate") // what a document store gives
    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append('-');
            case Map<?, ?> map -> writeMap(out, map);
            case Collection<?> list -> {
                out.append('[');
                list.forEach(one -> write(out, one));
                out.append(']');
            }
            case Date date -> out.append('d').append(date.getTime()).append(';');
            case Integer number -> out.append('n').append(number.longValue()).append(';');
            case Long number -> out.append('n').append(number.longValue()).append(';');
            default -> {
                String text = value.toString();
                out.append('t').append(text.length()).append(':').append(text);
            }
        }
    }

    private static void writeMap(StringBuilder out, Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                sorted.put(String.valueOf(key), value);
            }
        });
        out.append('{');
        sorted.forEach((key, value) -> {
            write(out, key);
            write(out, value);
        });
        out.append('}');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
