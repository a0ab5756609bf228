/// A TCP proxy that treats connections badly, on demand.
@NullMarked
package dev.broadsheet.rig.proxy;

import org.jspecify.annotations.NullMarked;
