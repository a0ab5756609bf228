package dev.broadsheet.rig.proxy;

/// A point in a conversation between a client and a server: the proxy holds the bytes and has not
/// passed them on.
///
/// @param request such as `EndTxn` of Kafka, or `POST /_bulk` of HTTP
/// @param client what the client calls itself; empty for HTTP
/// @param answer whether it is the answer to that request
public record Moment(String request, String client, boolean answer) {}
