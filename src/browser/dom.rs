//! Elements of the page: made, filled, put into each other, listened to.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::events::Listener;

/// An element. Its clones are the same element.
#[derive(Clone)]
pub struct Element(pub(super) web_sys::HtmlElement);

impl Element {
    /// # Panics
    /// Where there is no page, or `tag` is no name of an element.
    #[must_use]
    pub fn new(tag: &str, class: &str) -> Self {
        let element = document().and_then(|document| document.create_element(tag).ok());
        let element = Self(element.expect("a page and a tag of its own").unchecked_into());
        if !class.is_empty() {
            element.0.set_class_name(class);
        }
        element
    }

    /// Adds it to the page, after all that is there.
    pub fn show(&self) {
        if let Some(body) = document().and_then(|document| document.body()) {
            // Nothing but a loop of elements is refused.
            let _ = body.append_child(&self.0);
        }
    }

    pub fn append(&self, child: &Self) {
        let _ = self.0.append_child(&child.0);
    }

    /// Puts `child` into it before `next`, which is in it, or at the end.
    pub fn insert(&self, child: &Self, next: Option<&Self>) {
        let next = next.map(|it| -> &Node { &it.0 });
        let _ = self.0.insert_before(&child.0, next);
    }

    /// Takes it out of what it is in.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// Takes out all that is in it.
    pub fn clear(&self) {
        self.0.set_text_content(None);
    }

    /// Fills it with `html`, which must come from maud: it has escaped what people write.
    pub fn set_html(&self, html: &str) {
        self.0.set_inner_html(html);
    }

    /// Gives paths of the picture in it other outlines, each by its number among them.
    pub fn set_outlines<'a>(&self, outlines: impl Iterator<Item = (u32, &'a str)>) {
        let Ok(paths) = self.0.query_selector_all("path") else { return };
        for (index, outline) in outlines {
            if let Some(path) = paths.item(index) {
                let _ = path.unchecked_ref::<web_sys::Element>().set_attribute("d", outline);
            }
        }
    }

    /// Has it say `text`. Where it does already, the page has nothing to lay out anew.
    pub fn set_text(&self, text: &str) {
        if self.0.text_content().as_deref() == Some(text) {
            return;
        }
        // A text of its own that only changes costs the page less than another one in its place.
        let own = self.0.first_child().filter(|it| it.node_type() == Node::TEXT_NODE);
        match own.filter(|it| !text.is_empty() && it.next_sibling().is_none()) {
            Some(own) => own.set_node_value(Some(text)),
            None => self.0.set_text_content(Some(text)),
        }
    }

    /// Sets a property of its own style, such as `--left`. The page forbids the attribute `style`.
    pub fn set_style(&self, name: &str, value: &str) {
        let _ = self.0.style().set_property(name, value);
    }

    /// Sets or takes away an attribute.
    pub fn set_attribute(&self, name: &str, value: Option<&str>) {
        // Only a name that is no name is refused.
        let _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Calls `then` at each `event` until the listener is dropped.
    pub fn listen(&self, event: &'static str, then: Box<dyn Fn()>) -> Listener {
        Listener::new(EventListener::new(&self.0, event, move |_| then()))
    }

    /// Calls `then` with how far a finger or a mouse drags it, in pixels to the right, until the listener is
    /// dropped.
    pub fn listen_drag(&self, then: Box<dyn Fn(i32)>) -> Listener {
        let seen = std::cell::Cell::new(None);
        let dragged = move |event: &web_sys::Event| {
            let event = event.unchecked_ref::<web_sys::MouseEvent>();
            let here = event.client_x();
            let is_pressed = event.buttons() & 1 == 1;
            if let (Some(before), true) = (seen.replace(is_pressed.then_some(here)), is_pressed) {
                then(here - before);
            }
        };
        Listener::new(EventListener::new(&self.0, "pointermove", dragged))
    }

    /// Calls `then` with each key that is pressed while it has the focus, until the listener is dropped.
    pub fn listen_key(&self, then: Box<dyn Fn(&str)>) -> Listener {
        let pressed = move |event: &web_sys::Event| {
            then(&event.unchecked_ref::<web_sys::KeyboardEvent>().key());
        };
        Listener::new(EventListener::new(&self.0, "keydown", pressed))
    }

    /// What a field holds.
    #[must_use]
    pub fn value(&self) -> String {
        self.0.unchecked_ref::<web_sys::HtmlInputElement>().value()
    }

    pub fn set_value(&self, value: &str) {
        self.0.unchecked_ref::<web_sys::HtmlInputElement>().set_value(value);
    }

    #[must_use]
    pub fn is_checked(&self) -> bool {
        self.0.unchecked_ref::<web_sys::HtmlInputElement>().checked()
    }

    pub fn set_checked(&self, is_checked: bool) {
        self.0.unchecked_ref::<web_sys::HtmlInputElement>().set_checked(is_checked);
    }

    /// Opens a dialog above the page, with the focus in it.
    pub fn open(&self) {
        // It fails only where it is open already.
        let _ = self.0.unchecked_ref::<web_sys::HtmlDialogElement>().show_modal();
    }

    /// Closes a dialog.
    pub fn close(&self) {
        self.0.unchecked_ref::<web_sys::HtmlDialogElement>().close();
    }
}

pub(super) fn document() -> Option<web_sys::Document> {
    web_sys::window().and_then(|window| window.document())
}
