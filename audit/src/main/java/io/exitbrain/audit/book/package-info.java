/** What is open and what was planned, by the records alone: the audit's own model. */
@NullMarked
package io.exitbrain.audit.book;

import org.jspecify.annotations.NullMarked;
