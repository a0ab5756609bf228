/// From characters at places on a page to text in reading order.
@NullMarked
package dev.broadsheet.ingest.layout;

import org.jspecify.annotations.NullMarked;
