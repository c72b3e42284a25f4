//! Routines: all of them, by where they are done.

use leptos::prelude::*;

use super::heading;
use crate::app::library::library;
use crate::domain::catalogue::Setting;
use crate::ui::parts::RoutineRow;
use crate::words::words;

pub fn routines() -> impl IntoView {
    let groups = [Setting::Floor, Setting::Desk, Setting::Anywhere].map(|setting| {
        let routines = library().catalogue.routines.iter().filter(|it| it.setting == setting);
        let rows: Vec<_> =
            routines.map(|routine| view! { <li><RoutineRow routine /></li> }).collect();
        view! {
            <section>
                <h2>{(words().common.setting)(setting)}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
    });
    view! {
        {heading(words().pages.routines)}
        {groups.into_iter().collect::<Vec<_>>()}
    }
}
