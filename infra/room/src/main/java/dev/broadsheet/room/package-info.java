/// The reading room: a web page to search and read the articles, and the small JSON API behind it.
@NullMarked
package dev.broadsheet.room;

import org.jspecify.annotations.NullMarked;
