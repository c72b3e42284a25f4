//! What lives as long as the page and is shared by everything on it: a pointer, copied freely.

use std::ops::Deref;

use send_wrapper::SendWrapper;

/// A value that is never dropped. There is one thread on a page, which Leptos' closures cannot know, so
/// the wrapper vouches for it and panics elsewhere.
pub struct Shared<T: 'static>(&'static SendWrapper<T>);

impl<T> Shared<T> {
    pub(super) fn new(value: T) -> Self {
        Self(Box::leak(Box::new(SendWrapper::new(value))))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shared<T> {}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
    }
}
