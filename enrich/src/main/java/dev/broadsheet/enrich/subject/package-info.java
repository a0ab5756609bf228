/// Media topics, keywords, genre and fingerprint. Pure functions of text.
@NullMarked
package dev.broadsheet.enrich.subject;

import org.jspecify.annotations.NullMarked;
