/// What became of the inputs, and whether that is what had to become of them.
@NullMarked
package dev.broadsheet.rig.check;

import org.jspecify.annotations.NullMarked;
