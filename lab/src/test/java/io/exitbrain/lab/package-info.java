/** Tests of the rules that hold for the whole module. */
@NullMarked
package io.exitbrain.lab;

import org.jspecify.annotations.NullMarked;
