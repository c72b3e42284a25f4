//! A movement's page: how it is done, where it is felt, who should take care, what is known.

use leptos::prelude::*;

use super::{bullets, heading, paragraph, section, table};
use crate::app::library::library;
use crate::app::route::Route;
use crate::domain::catalogue::{Benefit, Caution, CautionAction, Level, Movement, Muscle};
use crate::ui::parts::{MovementRow, RoutineRow, dose};
use crate::words::{MovementText, words};

pub fn movement(id: &str) -> AnyView {
    let Some(movement) = library().catalogue.movement_called(id) else { return ().into_any() };
    let text = library().texts.movement(id);
    let words = words();
    let steps: Vec<_> = text.steps.iter().map(|step| view! { <li>{step.as_str()}</li> }).collect();
    view! {
        <p class="overline">{(words.common.kind)(movement.kind)}</p>
        {heading(text.name.as_str())}
        {text.note.as_deref().map(|note| view! { <p class="lead">{note}</p> })}
        {section(words.movement.how, view! { <ol class="steps">{steps}</ol> })}
        {section(words.movement.cue, view! { <p class="cue">{text.cue.as_str()}</p> })}
        {section(words.movement.feel, paragraph(&text.feel))}
        {section(words.movement.breathing, paragraph(&text.breathing))}
        {section(words.movement.exit, paragraph(&text.exit))}
        {section(words.movement.mistakes, bullets(text.mistakes.iter().map(String::as_str)))}
        {levels(movement, text)}
        {cautions(movement)}
        {stop()}
        {known(movement)}
        {facts(movement, text)}
        {swaps(movement)}
        {routines(movement)}
    }
    .into_any()
}

fn levels(movement: &'static Movement, text: &'static MovementText) -> AnyView {
    let words = words();
    let rows = Level::ALL.map(|level| {
        let how = text.at(level).unwrap_or(words.movement.as_written);
        let dose = dose(movement.dose(level), movement.sided);
        ((words.common.level)(level).to_owned(), format!("{how} {dose}."))
    });
    section(words.movement.levels, table(rows))
}

fn cautions(movement: &'static Movement) -> AnyView {
    let rows: Vec<_> = movement.cautions.iter().map(caution).collect();
    section(words().movement.cautions, view! { <ul class="cautions">{rows}</ul> })
}

fn caution(caution: &'static Caution) -> AnyView {
    let terms = &library().texts.terms;
    let class = match caution.action {
        CautionAction::Avoid => "action is-avoid",
        CautionAction::Ask => "action is-ask",
        CautionAction::Modify => "action",
    };
    view! {
        <li>
            <strong>{terms.tag(&caution.tag)}</strong>
            " "
            <span class=class>{(words().movement.action)(caution.action)}</span>
            <p>{terms.note(&caution.note)}</p>
        </li>
    }
    .into_any()
}

fn stop() -> AnyView {
    let words = words();
    section(
        words.movement.stop,
        view! {
            <p class="warning">{words.movement.stop_hint}</p>
            <p><a href=Route::Safety.to_string()>{words.pages.safety}</a></p>
        },
    )
}

fn known(movement: &'static Movement) -> AnyView {
    let rows: Vec<_> = movement.benefits.iter().map(benefit).collect();
    section(words().movement.known, view! { <ul class="known">{rows}</ul> })
}

fn benefit(benefit: &'static Benefit) -> AnyView {
    let library = library();
    let words = &words().movement;
    let sources = benefit.sources.iter().filter_map(|id| library.catalogue.reference(id));
    let sources: Vec<_> = sources
        .map(|source| {
            let identifier = source.identifier.as_deref().unwrap_or_default();
            let status = (words.status)(source.status);
            view! { <li>{source.text.as_str()} ". " {identifier} " (" {status} ")"</li> }
        })
        .collect();
    let sources = (!sources.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words.sources}</summary>
                <ul class="sources">{sources}</ul>
            </details>
        }
    });
    view! {
        <li>
            <p>{library.texts.terms.claim(&benefit.claim)}</p>
            <p class="evidence">{(words.evidence)(benefit.evidence)}</p>
            {sources}
        </li>
    }
    .into_any()
}

fn facts(movement: &'static Movement, text: &'static MovementText) -> AnyView {
    let words = words();
    let terms = &library().texts.terms;
    let muscles = |muscles: &[Muscle]| {
        muscles.iter().map(|muscle| terms.muscle(muscle)).collect::<Vec<_>>().join(", ")
    };
    let setting = (words.common.setting)(movement.setting);
    let place = if movement.office_clothes {
        format!("{setting}. {}", words.movement.office)
    } else {
        setting.to_owned()
    };
    let sides = if movement.sided { words.movement.sided } else { words.movement.both };
    let rows = [
        (words.movement.primary, muscles(&movement.primary)),
        (words.movement.secondary, muscles(&movement.secondary)),
        (words.movement.position, format!("{}. {sides}", terms.position(&movement.position))),
        (words.movement.setting, place),
        (words.movement.needs, text.needs.clone().unwrap_or_default()),
        (words.movement.helpful, text.helpful.join(", ")),
        (words.movement.aliases, text.aliases.join(", ")),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    table(rows.map(|(name, value)| (name.to_owned(), value)))
}

fn swaps(movement: &'static Movement) -> Option<AnyView> {
    let words = &words().movement;
    let swaps = [
        (words.easier, &movement.easier),
        (words.harder, &movement.harder),
        (words.desk, &movement.desk),
    ];
    let rows: Vec<_> = swaps
        .into_iter()
        .filter_map(|(how, id)| Some((how, library().catalogue.movement_called(id.as_deref()?)?)))
        .map(|(detail, movement)| view! { <li><MovementRow movement detail /></li> })
        .collect();
    (!rows.is_empty()).then(|| section(words.swaps, view! { <ul class="rows">{rows}</ul> }))
}

fn routines(movement: &'static Movement) -> Option<AnyView> {
    let routines = library().catalogue.routines.iter();
    let rows: Vec<_> = routines
        .filter(|routine| routine.schedule.steps().any(|step| step.movement == movement.id))
        .map(|routine| view! { <li><RoutineRow routine /></li> })
        .collect();
    let title = words().movement.in_routines;
    (!rows.is_empty()).then(|| section(title, view! { <ul class="rows">{rows}</ul> }))
}
