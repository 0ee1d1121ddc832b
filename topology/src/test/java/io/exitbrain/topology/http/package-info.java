@NullMarked
package io.exitbrain.topology.http;

import org.jspecify.annotations.NullMarked;
