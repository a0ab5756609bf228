/// Words: the lists that users may change, how they are read, and texts cut into words.
@NullMarked
package dev.broadsheet.enrich.lexicon;

import org.jspecify.annotations.NullMarked;
