//! Nothing: what misbehaves is in the tests.
