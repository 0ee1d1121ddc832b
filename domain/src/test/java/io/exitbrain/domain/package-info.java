@NullMarked
package io.exitbrain.domain;

import org.jspecify.annotations.NullMarked;
