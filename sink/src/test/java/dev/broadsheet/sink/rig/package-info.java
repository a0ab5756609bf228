/// Real servers for the sink's integration tests, and a proxy that breaks what is between them.
package dev.broadsheet.sink.rig;
