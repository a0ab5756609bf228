/// Lists that users may edit, read from resource files.
@NullMarked
package dev.broadsheet.enrich.lexicon;

import org.jspecify.annotations.NullMarked;
