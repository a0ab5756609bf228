/// Access to servers and to our own listeners: encryption, passwords, keys and tokens. It is the
/// one place where these are read and where clients learn of them.
@NullMarked
package dev.broadsheet.contract.access;

import org.jspecify.annotations.NullMarked;
