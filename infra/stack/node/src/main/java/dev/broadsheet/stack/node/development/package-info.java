/// The module that gives the development node the few parts of the full distribution that are not
/// published and that development needs: `GET /` and the `cjk` analysis.
@NullMarked
package dev.broadsheet.stack.node.development;

import org.jspecify.annotations.NullMarked;
