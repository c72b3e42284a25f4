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
pub use crate::browser::ticker::{Wake, after};

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

    /// Says what `text` gives.
    #[must_use]
    pub fn following_text(self, text: impl Fn() -> String + 'static) -> Self {
        let element = self.clone();
        follow(move || element.set_text(&text()));
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

    /// Holds a child for each of `keys`, as `make` makes it, in their order. While a key stays its child is left as
    /// it is, with the focus and with all that has been opened in it. Keys that stay keep their order.
    #[must_use]
    pub fn following_keys<K: PartialEq + 'static>(
        self,
        keys: impl Fn() -> Vec<K> + 'static,
        make: impl Fn(&K) -> Self + 'static,
    ) -> Self {
        let (element, page) = (self.clone(), Owner::current().unwrap_or_default());
        let shown = RefCell::new(vec![]);
        follow(move || {
            let keys = keys();
            // What a child reads is for the child to follow.
            let renewed = untrack(|| {
                renew(shown.take(), keys, |key, next: Option<&(Self, Apart)>| {
                    let owner = page.child();
                    let child = owner.with(|| make(key));
                    element.insert(&child, next.map(|(next, _)| next));
                    (child, Apart(owner))
                })
            });
            for (_, (gone, _)) in &renewed.gone {
                gone.remove();
            }
            shown.replace(renewed.shown);
        });
        self
    }

    fn fill(&self, children: Vec<Self>) {
        for child in children {
            self.append(&child);
        }
    }
}

/// Children by their keys: those that are there now, and those that have to go.
struct Renewed<K, C> {
    shown: Vec<(K, C)>,
    gone: Vec<(K, C)>,
}

/// Keeps the child of each of `keys` that has one; `make` makes the others, from the last to the first, and is told
/// of the child that comes after.
fn renew<K: PartialEq, C>(
    mut before: Vec<(K, C)>,
    keys: Vec<K>,
    make: impl Fn(&K, Option<&C>) -> C,
) -> Renewed<K, C> {
    let mut shown: Vec<(K, C)> = vec![];
    for key in keys.into_iter().rev() {
        let kept = before.iter().rposition(|(known, _)| *known == key);
        shown.push(if let Some(place) = kept {
            before.remove(place)
        } else {
            let child = make(&key, shown.last().map(|(_, next)| next));
            (key, child)
        });
    }
    shown.reverse();
    Renewed { shown, gone: before }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of `before` with `keys`: made children say what they were put before.
    #[track_caller]
    fn check(before: &str, keys: &str, shown: &[&str], gone: &str) {
        let before = before.chars().map(|key| (key, key.to_string())).collect();
        let make = |key: &char, next: Option<&String>| {
            let next = next.and_then(|it| it.chars().next());
            format!("{key}<{}", next.map(String::from).unwrap_or_default())
        };
        let renewed = renew(before, keys.chars().collect(), make);
        let children: Vec<_> = renewed.shown.iter().map(|(_, child)| child.as_str()).collect();
        assert_eq!(children, shown, "{keys}");
        assert!(renewed.shown.iter().map(|(key, _)| *key).eq(keys.chars()), "{keys}");
        assert_eq!(renewed.gone.iter().map(|(key, _)| *key).collect::<String>(), gone);
    }

    #[test]
    fn children_stay_with_their_keys() {
        check("", "ab", &["a<b", "b<"], "");
        check("ab", "abcd", &["a", "b", "c<d", "d<"], "");
        check("abc", "ac", &["a", "c"], "b");
        check("ac", "abc", &["a", "b<c", "c"], "");
        check("abc", "xbcd", &["x<b", "b", "c", "d<"], "a");
        check("abc", "", &[], "abc");
    }

    #[test]
    fn of_two_that_are_alike_each_stays_once() {
        check("aa", "aaa", &["a<a", "a", "a"], "");
        check("aab", "ab", &["a", "b"], "a");
    }
}
