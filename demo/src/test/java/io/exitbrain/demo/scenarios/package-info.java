/** What once went wrong, as scenarios that a trader can read; run without and with a broker. */
@NullMarked
package io.exitbrain.demo.scenarios;

import org.jspecify.annotations.NullMarked;
