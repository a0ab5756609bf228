/// What a child process does to end with its parent.
@NullMarked
package dev.broadsheet.stack.lifeline;

import org.jspecify.annotations.NullMarked;
