package io.github.simplechat.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All bytes that the stores give away, by where they lie: every table with its binary columns
 * decoded, every collection, every file of the search index, every Redis key.
 *
 * @param bytes by store and place; each byte as one character, so that texts can be looked for
 */
record EverythingStored(Map<String, String> bytes) {

    private static final int BASE64_BYTES = 3;

    static EverythingStored of(Stores stores, Path searchFolder) {
        Map<String, String> all = new LinkedHashMap<>();
        try {
            tables(stores, all);
            files(searchFolder, all);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        collections(stores, all);
        redis(stores, all);
        return new EverythingStored(all);
    }

    private static void tables(Stores stores, Map<String, String> all) throws SQLException {
        try (Connection database =
                DriverManager.getConnection(
                        stores.postgres().url(),
                        stores.postgres().owner().username(),
                        stores.postgres().owner().password())) {
            List<String> names = new ArrayList<>();
            try (ResultSet tables =
                    database.createStatement()
                            .executeQuery(
                                    """
                                    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                                    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')\
                                    """)) {
                while (tables.next()) {
                    names.add(tables.getString(1));
                }
            }
            for (String name : names) {
                all.put("postgres " + name, rows(database, name));
            }
        }
    }

    private static String rows(Connection database, String table) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (ResultSet rows =
                database.createStatement().executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    if (rows.getMetaData().getColumnTypeName(i).equals("bytea")) {
                        byte[] decoded = rows.getBytes(i);
                        text.append(decoded == null ? "" : new String(decoded, ISO_8859_1));
                    } else {
                        text.append(raw(String.valueOf(rows.getString(i))));
                    }
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void collections(Stores stores, Map<String, String> all) {
        try (MongoClient client = MongoClients.create(stores.mongo().url())) {
            for (String name : client.listDatabaseNames()) {
                var database = client.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    StringBuilder text = new StringBuilder();
                    database.getCollection(collection)
                            .find()
                            .forEach(document -> text.append(raw(document.toString())));
                    all.put("mongo " + collection, text.toString());
                }
            }
        }
    }

    private static void files(Path folder, Map<String, String> all) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    all.put("lucene " + file, new String(Files.readAllBytes(file), ISO_8859_1));
                } catch (NoSuchFileException e) {
                    all.remove("lucene " + file); // merged away since it was listed
                }
            }
        }
    }

    private static void redis(Stores stores, Map<String, String> all) {
        try (RedisClient client = RedisClient.create(RedisURI.create(stores.redis().url()));
                var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            for (byte[] key : connection.sync().keys("*")) {
                String name = new String(key, ISO_8859_1);
                byte[] value = connection.sync().dump(key);
                all.put("redis " + name, name + new String(value, ISO_8859_1));
            }
        }
    }

    /** Where a text is, as it stands or in hexadecimal or Base64, by the beginning of the place. */
    List<String> placesOf(String text, String prefix) {
        List<String> forms = forms(text);
        return bytes.entrySet().stream()
                .filter(place -> place.getKey().startsWith(prefix))
                .filter(place -> forms.stream().anyMatch(place.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> forms(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        List<String> forms = new ArrayList<>();
        forms.add(raw(text));
        forms.add(HexFormat.of().formatHex(utf8));
        forms.add(HexFormat.of().withUpperCase().formatHex(utf8));
        for (int before = 0; before < BASE64_BYTES; before++) {
            forms.add(inside(utf8, before, Base64.getEncoder()));
            forms.add(inside(utf8, before, Base64.getUrlEncoder()));
        }
        return forms;
    }

    /** The digits of Base64 that are the same whatever surrounds the text. */
    private static String inside(byte[] text, int before, Base64.Encoder encoder) {
        byte[] padded = new byte[before + text.length];
        System.arraycopy(text, 0, padded, before, text.length);
        String digits = encoder.encodeToString(padded);
        int from = before == 0 ? 0 : before + 1;
        return digits.substring(from, padded.length / BASE64_BYTES * 4);
    }

    private static String raw(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
