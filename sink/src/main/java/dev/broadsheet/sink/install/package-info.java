/// Index, template, mapping and aliases.
@NullMarked
package dev.broadsheet.sink.install;

import org.jspecify.annotations.NullMarked;
