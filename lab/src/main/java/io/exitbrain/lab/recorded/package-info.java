/** What a recording tells of the trades that really happened: the position by its fills, and the orders of the engine. */
@NullMarked
package io.exitbrain.lab.recorded;

import org.jspecify.annotations.NullMarked;
