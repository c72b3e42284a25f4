//! Binds. Elements of the page that follow signals, for as long as what made them is shown.
//!
//! Leptos' own views make code for each shape of a view and each closure in it. In this app that
//! was some 80 kB of 380, and the page waits for all of it. Here a closure is boxed and the rest is
//! there once; signals, effects and owners are Leptos'.

use std::any::Any;
use std::cell::RefCell;

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use maud::Markup;

pub use crate::browser::canvas::{Canvas, View};
pub use crate::browser::dom::Element;
pub use crate::browser::painter::{Frame, Painter};
use crate::browser::sorting;

/// An element, to be filled.
#[must_use]
pub fn element(tag: &str, class: &str) -> Element {
    Element::new(tag, class)
}

/// Runs `update` now, and again whenever a signal changes that it has read.
pub fn follow(update: impl Fn() + 'static) {
    follow_boxed(Box::new(update));
}

fn follow_boxed(update: Box<dyn Fn()>) {
    keep(RenderEffect::new(move |_| update()));
}

/// Keeps `value` until what is being made now is taken away.
pub fn keep<T: 'static>(value: T) {
    let kept: Box<dyn Any> = Box::new(value);
    let _ = StoredValue::new_local(kept);
}

/// What is made apart from what is shown, and follows signals until this is dropped.
pub struct Apart(Owner);

impl Drop for Apart {
    fn drop(&mut self) {
        self.0.cleanup();
    }
}

/// Makes an element that outlives the page that it was asked for on.
#[must_use]
pub fn apart(make: impl FnOnce() -> Element) -> (Element, Apart) {
    let owner = Owner::new_root(None);
    let element = owner.with(make);
    (element, Apart(owner))
}

impl Element {
    #[must_use]
    pub fn attribute(self, name: &str, value: &str) -> Self {
        self.set_attribute(name, Some(value));
        self
    }

    #[must_use]
    pub fn markup(self, markup: Markup) -> Self {
        self.set_html(&markup.into_string());
        self
    }

    #[must_use]
    pub fn children(self, children: Vec<Self>) -> Self {
        self.fill(children);
        self
    }

    /// Calls `then` at each `event`.
    #[must_use]
    pub fn on(self, event: &'static str, then: impl Fn() + 'static) -> Self {
        keep(self.listen(event, Box::new(then)));
        self
    }

    /// Calls `then` with how far it is dragged, in pixels to the right.
    #[must_use]
    pub fn on_drag(self, then: impl Fn(i32) + 'static) -> Self {
        keep(self.listen_drag(Box::new(then)));
        self
    }

    /// Calls `then` with the old and the new place of a child that is dragged to another by its handle.
    #[must_use]
    pub fn on_sort(self, then: impl Fn(usize, usize) + 'static) -> Self {
        keep(sorting::listen(&self, Box::new(then)));
        self
    }

    /// Calls `then` with each key that is pressed on it.
    #[must_use]
    pub fn on_key(self, then: impl Fn(&str) + 'static) -> Self {
        keep(self.listen_key(Box::new(then)));
        self
    }

    /// Is filled with what `markup` gives. The page is touched only where that differs.
    #[must_use]
    pub fn following(self, markup: impl Fn() -> Markup + 'static) -> Self {
        let element = self.clone();
        let html = Box::new(move || Some(markup().into_string()));
        follow_text(html, move |html| element.set_html(html.unwrap_or_default()));
        self
    }

    /// Has the attribute `name` with what `value` gives, or none.
    #[must_use]
    pub fn following_attribute(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        let element = self.clone();
        follow_text(Box::new(value), move |value| element.set_attribute(name, value));
        self
    }

    /// Is there for eyes and screen readers only while `is_shown`.
    #[must_use]
    pub fn shown_while(self, is_shown: impl Fn() -> bool + 'static) -> Self {
        self.following_attribute("hidden", move || (!is_shown()).then(String::new))
    }

    /// Holds what `children` makes. All of it is made anew when a signal changes that it has read.
    #[must_use]
    pub fn following_children(self, children: impl Fn() -> Vec<Self> + 'static) -> Self {
        let element = self.clone();
        follow(move || {
            let children = children();
            element.clear();
            element.fill(children);
        });
        self
    }

    fn fill(&self, children: Vec<Self>) {
        for child in children {
            self.append(&child);
        }
    }
}

/// Hands each new text to `show`.
fn follow_text(text: Box<dyn Fn() -> Option<String>>, show: impl Fn(Option<&str>) + 'static) {
    let shown = RefCell::new(None);
    follow(move || {
        let text = text();
        if shown.borrow().as_ref() != Some(&text) {
            show(text.as_deref());
            shown.replace(Some(text));
        }
    });
}
