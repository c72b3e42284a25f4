//! A list whose children a finger or a mouse drags to other places, each by the part of it that is marked
//! `data-handle`.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, PointerEvent};

use super::dom::Element;
use super::events::Listener;

/// What is scrolled does so while a finger is this near to its upper or lower end, by so many pixels each time
/// that the finger moves.
const EDGE: f64 = 80.0;
const SCROLL: i32 = 12;

/// A child on its way.
#[derive(Clone, Copy)]
struct Drag {
    from: usize,
    /// Where the pointer took it, in pixels below the top of the list.
    began: f64,
}

/// What the list does at an event; nothing where its parts are not found.
type React = Box<dyn Fn(&HtmlElement, &PointerEvent) -> Option<()>>;

/// Calls `then` with the old and the new place of each child that was dragged, until what it gives is dropped.
pub fn listen(list: &Element, then: Box<dyn Fn(usize, usize)>) -> [Listener; 4] {
    let drag = Rc::new(Cell::new(None));
    let on = |name: &'static str, react: React| {
        let (list, target) = (list.0.clone(), list.0.clone());
        let react = move |event: &Event| {
            let _ = react(&list, event.unchecked_ref());
        };
        // A finger would select text otherwise.
        let options = EventListenerOptions::enable_prevent_default();
        Listener::new(EventListener::new_with_options(&target, name, options, react))
    };
    let [begun, moved, done, broken] = std::array::from_fn(|_| Rc::clone(&drag));
    [
        on("pointerdown", Box::new(move |list, event| take(list, event, &begun))),
        on("pointermove", Box::new(move |list, event| follow(list, event, moved.get()?))),
        on(
            "pointerup",
            Box::new(move |list, event| {
                let Drag { from, .. } = done.take()?;
                let to = place(list, event, from);
                let_go(list, from)?;
                if from != to {
                    then(from, to);
                }
                Some(())
            }),
        ),
        on("pointercancel", Box::new(move |list, _| let_go(list, broken.take()?.from))),
    ]
}

/// Begins to drag the child by whose handle it was taken.
fn take(list: &HtmlElement, event: &PointerEvent, drag: &Cell<Option<Drag>>) -> Option<()> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let handle = target.closest("[data-handle]").ok()??;
    let mut children = (0..list.children().length()).filter_map(|it| list.children().item(it));
    let from = children.position(|it| it.contains(Some(&handle)))?;
    event.prevent_default();
    // Where it is refused, the list still hears what happens above it.
    let _ = handle.set_pointer_capture(event.pointer_id());
    drag.set(Some(Drag { from, began: height(list, event) }));
    Some(())
}

fn follow(list: &HtmlElement, event: &PointerEvent, drag: Drag) -> Option<()> {
    let child = child(list, drag.from)?;
    let by = height(list, event) - drag.began;
    let _ = child.style().set_property("--dragged", &format!("{}px", whole(by)));
    let _ = child.set_attribute("data-dragged", "");
    let scrolled = list.closest("main").ok()??;
    let (bounds, at) = (scrolled.get_bounding_client_rect(), f64::from(event.client_y()));
    if at < bounds.top() + EDGE {
        scrolled.set_scroll_top(scrolled.scroll_top() - SCROLL);
    } else if at > bounds.bottom() - EDGE {
        scrolled.set_scroll_top(scrolled.scroll_top() + SCROLL);
    }
    Some(())
}

/// Which place among the others is under the pointer.
fn place(list: &HtmlElement, event: &PointerEvent, from: usize) -> usize {
    let count = list.children().length() as usize;
    let others = (0..count).filter(|it| *it != from).filter_map(|it| child(list, it));
    let at = f64::from(event.client_y());
    let is_above = |other: &HtmlElement| {
        let bounds = other.get_bounding_client_rect();
        f64::midpoint(bounds.top(), bounds.bottom()) < at
    };
    others.filter(is_above).count()
}

fn let_go(list: &HtmlElement, from: usize) -> Option<()> {
    let child = child(list, from)?;
    let _ = child.style().remove_property("--dragged");
    child.remove_attribute("data-dragged").ok()
}

fn child(list: &HtmlElement, index: usize) -> Option<HtmlElement> {
    list.children().item(u32::try_from(index).ok()?)?.dyn_into().ok()
}

/// How far the pointer is below the top of the list, in pixels.
fn height(list: &HtmlElement, event: &PointerEvent) -> f64 {
    f64::from(event.client_y()) - list.get_bounding_client_rect().top()
}

#[expect(clippy::cast_possible_truncation, reason = "a page is not that high")]
const fn whole(pixels: f64) -> i32 {
    pixels as i32
}
