package io.exitbrain.serdes.feed;

import io.exitbrain.serdes.json.JsonValue;
import java.util.Map;
import java.util.function.Function;

/** What a dialect says of one object: a message by our own names, or nothing that is a message. */
public sealed interface Verdict {

    /** Applies the function for this kind of verdict. */
    <R> R fold(Function<? super Found, ? extends R> whenFound, Function<? super Other, ? extends R> whenOther);

    /** Known, and nothing for us. */
    static Verdict skipped(String dialect, String kind) {
        return new Other(new Element.Skipped(dialect, kind));
    }

    /** Unusable. */
    static Verdict refused(String reason) {
        return new Other(new Element.Refused(reason));
    }

    /**
     * A message whose fields are not yet checked.
     *
     * @param fields the fields by our own names
     * @param sources the names of the fields in the record, by our own names
     */
    record Found(String dialect, MessageKind kind, Map<String, JsonValue> fields, Map<String, String> sources)
            implements Verdict {

        @Override
        public <R> R fold(
                Function<? super Found, ? extends R> whenFound, Function<? super Other, ? extends R> whenOther) {
            return whenFound.apply(this);
        }
    }

    /** A skipped or refused element. */
    record Other(Element element) implements Verdict {

        @Override
        public <R> R fold(
                Function<? super Found, ? extends R> whenFound, Function<? super Other, ? extends R> whenOther) {
            return whenOther.apply(this);
        }
    }
}
