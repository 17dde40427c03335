//! Nothing: the crate that is tested is a dependency.
