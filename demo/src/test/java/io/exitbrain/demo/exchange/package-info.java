/** The paper exchange without Kafka. */
@NullMarked
package io.exitbrain.demo.exchange;

import org.jspecify.annotations.NullMarked;
