/// The `broadsheet` command.
@NullMarked
package dev.broadsheet.cli;

import org.jspecify.annotations.NullMarked;
