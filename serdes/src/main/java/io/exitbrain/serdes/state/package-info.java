/** The compact binary format of the state store. The first byte is the version. */
@NullMarked
package io.exitbrain.serdes.state;

import org.jspecify.annotations.NullMarked;
