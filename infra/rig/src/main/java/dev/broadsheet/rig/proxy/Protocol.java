package dev.broadsheet.rig.proxy;

/// What is spoken on the connections of a proxy.
public enum Protocol {
  KAFKA,
  HTTP,
  /// Something that is passed on without being understood.
  OTHER
}
