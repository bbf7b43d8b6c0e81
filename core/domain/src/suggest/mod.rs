//! Which channel to write on, and why.
