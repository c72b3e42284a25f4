//! One of a few, all in view: native radio buttons in the shape of a bar.

use std::rc::Rc;

use maud::html;

use crate::view::{Element, element, follow};

/// The place of `it` among `all`; one beyond the last where it is none of them.
pub fn place_of<T: PartialEq>(all: &[T], it: Option<&T>) -> usize {
    all.iter().position(|one| Some(one) == it).unwrap_or(all.len())
}

pub struct Choice {
    /// The group's name on the page; no other group may have it.
    pub name: &'static str,
    pub label: &'static str,
    pub options: Vec<&'static str>,
    /// The place of the option that holds; one beyond the last where none does.
    pub chosen: Rc<dyn Fn() -> usize>,
    pub choose: Rc<dyn Fn(usize)>,
}

impl Choice {
    pub fn view(self) -> Element {
        let legend = element("legend", "").markup(html! { (self.label) });
        let options = (0..self.options.len()).map(|index| self.option(index)).collect();
        let options = element("div", "options").children(options);
        element("fieldset", "choice").children(vec![legend, options])
    }

    fn option(&self, index: usize) -> Element {
        let radio = element("input", "").attribute("type", "radio").attribute("name", self.name);
        let (button, chosen) = (radio.clone(), Rc::clone(&self.chosen));
        follow(move || button.set_checked(chosen() == index));
        let choose = Rc::clone(&self.choose);
        let radio = radio.on("change", move || choose(index));
        let label = element("span", "").markup(html! { (self.options[index]) });
        element("label", "option").children(vec![radio, label])
    }
}
