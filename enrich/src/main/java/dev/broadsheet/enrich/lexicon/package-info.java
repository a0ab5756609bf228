/// Word lists, the dictionary and the text as the finders read it. Pure functions of text.
@NullMarked
package dev.broadsheet.enrich.lexicon;

import org.jspecify.annotations.NullMarked;
