/** What a record of a feed holds: messages of the input topics, elements that are skipped, and elements that are refused. */
@NullMarked
package io.exitbrain.serdes.feed;

import org.jspecify.annotations.NullMarked;
