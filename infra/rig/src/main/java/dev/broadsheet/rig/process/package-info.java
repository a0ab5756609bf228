/// The pipeline as processes of this machine.
@NullMarked
package dev.broadsheet.rig.process;

import org.jspecify.annotations.NullMarked;
