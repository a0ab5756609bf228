/// Dead letters: which are open, what is in them, and how they are taken up again.
@NullMarked
package dev.broadsheet.cli.letter;

import org.jspecify.annotations.NullMarked;
