//! What was taken away, to be had back for as long as the page is there: the last first.

use leptos::prelude::*;

pub struct Taken<T: 'static>(RwSignal<Vec<T>>);

impl<T> Clone for Taken<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Taken<T> {}

impl<T: Send + Sync> Taken<T> {
    #[must_use]
    pub fn nothing() -> Self {
        Self(RwSignal::new(vec![]))
    }

    pub fn add(self, it: T) {
        self.0.update(|all| all.push(it));
    }

    /// The one that was taken last, which is then here no more.
    #[must_use]
    pub fn put_back(self) -> Option<T> {
        self.0.try_update(Vec::pop).flatten()
    }

    /// What `then` makes of the one that was taken last.
    pub fn last<R>(self, then: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.with(|all| all.last().map(then))
    }

    #[must_use]
    pub fn is_some(self) -> bool {
        self.0.with(|all| !all.is_empty())
    }
}
