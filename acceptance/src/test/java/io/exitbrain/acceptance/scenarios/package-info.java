/** Known failures of trading systems as scenarios that a trader can read, with and without a broker. */
@NullMarked
package io.exitbrain.acceptance.scenarios;

import org.jspecify.annotations.NullMarked;
