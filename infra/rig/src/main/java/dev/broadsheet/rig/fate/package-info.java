/// What must become of every input, written down before the input is offered.
@NullMarked
package dev.broadsheet.rig.fate;

import org.jspecify.annotations.NullMarked;
