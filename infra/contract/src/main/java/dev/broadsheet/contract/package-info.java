/// The wire contract: records, serdes, topic and header names, configuration keys. It is the only
/// code that the stages share, and it holds nothing else.
@NullMarked
package dev.broadsheet.contract;

import org.jspecify.annotations.NullMarked;
