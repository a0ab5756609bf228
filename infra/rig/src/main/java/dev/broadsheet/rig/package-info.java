/// What tests and benchmarks of the whole pipeline are made of: generated pages and faults.
@NullMarked
package dev.broadsheet.rig;

import org.jspecify.annotations.NullMarked;
