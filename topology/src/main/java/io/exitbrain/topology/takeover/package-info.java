/** Takes over from an instance whose process has ended, before its session ends. Public API of Kafka only. */
@NullMarked
package io.exitbrain.topology.takeover;

import org.jspecify.annotations.NullMarked;
