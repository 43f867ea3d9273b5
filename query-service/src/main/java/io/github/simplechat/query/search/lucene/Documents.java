package io.github.simplechat.query.search.lucene;

import io.github.simplechat.query.search.Hit;
import io.github.simplechat.query.search.IndexedMessage;
import io.github.simplechat.query.search.SearchPlace;
import io.github.simplechat.query.timeline.MessageKey;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;

/** Between messages and the documents of an index. */
final class Documents {

    private static final FieldType PIECES = pieces();

    private Documents() {}

    private static FieldType pieces() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }

    static Term id(MessageKey key) {
        return new Term(Fields.ID, key.id());
    }

    static Document of(IndexedMessage message) {
        String text = message.text();
        Document document = new Document();
        document.add(new StringField(Fields.ID, message.key().id(), Field.Store.NO));
        document.add(keyword(Fields.ROOM, message.key().roomId()));
        document.add(keyword(Fields.AUTHOR, message.authorId()));
        document.add(new NumericDocValuesField(Fields.SEQ, message.key().seq()));
        document.add(new NumericDocValuesField(Fields.VERSION, message.version()));
        document.add(
                new LongField(Fields.SENT_AT, message.sentAt().toEpochMilli(), Field.Store.NO));
        document.add(new LongField(Fields.POSITION, message.position(), Field.Store.NO));
        document.add(new TextField(Fields.WORDS, text, Field.Store.NO));
        document.add(new Field(Fields.GRAMS, text, PIECES));
        if (Scripts.hasHangul(text)) {
            document.add(new TextField(Fields.KOREAN, text, Field.Store.NO));
        }
        if (Scripts.hasKanaOrHan(text)) {
            document.add(new TextField(Fields.JAPANESE, text, Field.Store.NO));
        }
        if (Scripts.hasLatin(text)) {
            document.add(new TextField(Fields.ENGLISH, text, Field.Store.NO));
        }
        return document;
    }

    static Term erased(UUID authorId) {
        return new Term(Fields.ERASED, authorId.toString());
    }

    /** Remembers that a person was erased. */
    static Document ofErased(UUID authorId) {
        Document document = new Document();
        document.add(new StringField(Fields.ERASED, authorId.toString(), Field.Store.NO));
        return document;
    }

    private static Field keyword(String name, UUID id) {
        return new KeywordField(name, id.toString(), Field.Store.NO);
    }

    /** What a document says beside its text. */
    record Entry(LeafReader segment, int document) {

        static Entry of(List<LeafReaderContext> segments, int document) {
            LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
            return new Entry(segment.reader(), document - segment.docBase);
        }

        Hit hit(float score) throws IOException {
            return new Hit(key(), version(), new SearchPlace(score, number(Fields.POSITION)));
        }

        IndexedMessage message(String text) throws IOException {
            return new IndexedMessage(
                    key(),
                    version(),
                    number(Fields.POSITION),
                    id(Fields.AUTHOR),
                    Instant.ofEpochMilli(number(Fields.SENT_AT)),
                    text);
        }

        MessageKey key() throws IOException {
            return new MessageKey(id(Fields.ROOM), single(Fields.SEQ));
        }

        long version() throws IOException {
            return single(Fields.VERSION);
        }

        private long single(String field) throws IOException {
            NumericDocValues values = DocValues.getNumeric(segment, field);
            require(values.advanceExact(document), field);
            return values.longValue();
        }

        private long number(String field) throws IOException {
            SortedNumericDocValues values = DocValues.getSortedNumeric(segment, field);
            require(values.advanceExact(document), field);
            return values.nextValue();
        }

        private UUID id(String field) throws IOException {
            SortedSetDocValues values = DocValues.getSortedSet(segment, field);
            require(values.advanceExact(document), field);
            return UUID.fromString(values.lookupOrd(values.nextOrd()).utf8ToString());
        }

        private static void require(boolean there, String field) {
            if (!there) {
                throw new IllegalStateException("A document of the index lacks " + field);
            }
        }
    }
}
