/// Articles that cannot be indexed: the dead-letter topic, and the breaker in front of it.
@NullMarked
package dev.broadsheet.sink.letter;

import org.jspecify.annotations.NullMarked;
