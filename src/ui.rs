//! Shows. Screens, one per route, and the parts that they share.
