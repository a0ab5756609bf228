/// Writes the articles topic into Elasticsearch: one owner thread, offsets committed last.
@NullMarked
package dev.broadsheet.sink;

import org.jspecify.annotations.NullMarked;
