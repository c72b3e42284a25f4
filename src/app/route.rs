//! Where one can be in the app, as an address behind the `#`.

use std::fmt;
use std::str::FromStr;

use super::library::{anatomy, library, screening};
use crate::browser::page;
use crate::domain::own::own_number;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    Today,
    Routines,
    /// One of the person's own routines, by its number.
    Own(u32),
    /// Where that is changed.
    OwnChange(u32),
    /// A routine in a link, which may hold anything.
    Shared(String),
    /// A session that is made to fit.
    Making,
    /// A routine, by its id.
    Routine(String),
    Movements,
    /// A movement, by its id.
    Movement(String),
    /// Where one of the person's own is changed.
    MovementChange(String),
    /// The movements for a structure of the body, by that one's id.
    MovementsFor(String),
    /// What one can point to on the body.
    Muscles,
    /// A structure of the body, by its id.
    Muscle(String),
    /// What there is to read.
    Learn,
    /// One page of it, by its id.
    LearnPage(String),
    /// The words that are explained.
    Glossary,
    Sources,
    /// The player.
    Session,
    /// How the last session went.
    Done,
    /// The weeks, the days, pain over time.
    Progress,
    /// Tests of oneself.
    Tests,
    /// What to take along to a clinician.
    Report,
    History,
    Settings,
    /// Breathing by a pacer.
    Breathe,
    /// Breaks from the desk.
    Breaks,
    /// What is kept, as a whole.
    Data,
    Safety,
    /// One page of the safety check's questions, from 0.
    Questions(usize),
    /// What the answers mean, and they themselves.
    Check,
    About,
}

/// An address that leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownRoute;

impl Route {
    /// Goes there, as a link would.
    pub fn go(&self) {
        page::go_to(&self.to_string());
    }

    /// Goes there in place of the current address.
    pub fn replace(&self) {
        page::replace(&self.to_string());
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Today => out.write_str("#/"),
            Self::Routines => out.write_str("#/routines"),
            Self::Own(number) => write!(out, "#/own/{number}"),
            Self::OwnChange(number) => write!(out, "#/own/{number}/change"),
            Self::Shared(link) => write!(out, "#/shared/{link}"),
            Self::Making => out.write_str("#/made"),
            Self::Routine(id) => write!(out, "#/routines/{id}"),
            Self::Movements => out.write_str("#/movements"),
            Self::Movement(id) => write!(out, "#/movements/{id}"),
            Self::MovementChange(id) => write!(out, "#/movements/{id}/change"),
            Self::MovementsFor(id) => write!(out, "#/movements/for/{id}"),
            Self::Muscles => out.write_str("#/muscles"),
            Self::Muscle(id) => write!(out, "#/muscles/{id}"),
            Self::Learn => out.write_str("#/learn"),
            Self::LearnPage(id) => write!(out, "#/learn/page/{id}"),
            Self::Glossary => out.write_str("#/learn/words"),
            Self::Sources => out.write_str("#/learn/sources"),
            Self::Session => out.write_str("#/session"),
            Self::Done => out.write_str("#/session/done"),
            Self::Progress => out.write_str("#/progress"),
            Self::Tests => out.write_str("#/progress/tests"),
            Self::Report => out.write_str("#/progress/report"),
            Self::History => out.write_str("#/history"),
            Self::Settings => out.write_str("#/settings"),
            Self::Breathe => out.write_str("#/breathe"),
            Self::Breaks => out.write_str("#/breaks"),
            Self::Data => out.write_str("#/data"),
            Self::Safety => out.write_str("#/safety"),
            Self::Questions(page) => write!(out, "#/check/{}", page + 1),
            Self::Check => out.write_str("#/check"),
            Self::About => out.write_str("#/about"),
        }
    }
}

impl FromStr for Route {
    type Err = UnknownRoute;

    fn from_str(hash: &str) -> Result<Self, UnknownRoute> {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let catalogue = &library().catalogue;
        match path.split('/').collect::<Vec<_>>().as_slice() {
            [""] => Ok(Self::Today),
            ["routines"] => Ok(Self::Routines),
            ["made"] => Ok(Self::Making),
            ["own", number] => number.parse().map(Self::Own).map_err(|_| UnknownRoute),
            ["own", number, "change"] => {
                number.parse().map(Self::OwnChange).map_err(|_| UnknownRoute)
            }
            ["shared", ..] => Ok(Self::Shared(path.trim_start_matches("shared/").to_owned())),
            ["routines", id] if catalogue.routine(id).is_some() => {
                Ok(Self::Routine((*id).to_owned()))
            }
            ["movements"] => Ok(Self::Movements),
            ["movements", id] if catalogue.movement_called(id).is_some() => {
                Ok(Self::Movement((*id).to_owned()))
            }
            ["movements", id, "change"] if own_number(id).is_some() => {
                Ok(Self::MovementChange((*id).to_owned()))
            }
            ["movements", "for", id] if anatomy().structure(id).is_some() => {
                Ok(Self::MovementsFor((*id).to_owned()))
            }
            ["muscles"] => Ok(Self::Muscles),
            ["muscles", id] if anatomy().structure(id).is_some() => {
                Ok(Self::Muscle((*id).to_owned()))
            }
            ["learn"] => Ok(Self::Learn),
            // Which pages there are is known once they have come.
            ["learn", "page", id] => Ok(Self::LearnPage((*id).to_owned())),
            ["learn", "words"] => Ok(Self::Glossary),
            ["learn", "sources"] => Ok(Self::Sources),
            ["session"] => Ok(Self::Session),
            ["session", "done"] => Ok(Self::Done),
            ["progress"] => Ok(Self::Progress),
            ["progress", "tests"] => Ok(Self::Tests),
            ["progress", "report"] => Ok(Self::Report),
            ["history"] => Ok(Self::History),
            ["settings"] => Ok(Self::Settings),
            ["breathe"] => Ok(Self::Breathe),
            ["breaks"] => Ok(Self::Breaks),
            ["data"] => Ok(Self::Data),
            ["safety"] => Ok(Self::Safety),
            ["check"] => Ok(Self::Check),
            ["check", page] => questions(page).ok_or(UnknownRoute),
            ["about"] => Ok(Self::About),
            _ => Err(UnknownRoute),
        }
    }
}

/// A page of questions by its number, from 1.
fn questions(number: &str) -> Option<Route> {
    let page = number.parse::<usize>().ok()?.checked_sub(1)?;
    (page < screening().pages.len()).then_some(Route::Questions(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hash: &str, expected: &Result<Route, UnknownRoute>) {
        assert_eq!(&hash.parse(), expected);
    }

    #[test]
    fn an_address_leads_where_it_says() {
        check("", &Ok(Route::Today));
        check("#/", &Ok(Route::Today));
        check("#/routines/article-five", &Ok(Route::Routine("article-five".to_owned())));
        check("#/movements/childs-pose/", &Ok(Route::Movement("childs-pose".to_owned())));
        check("#/session/done", &Ok(Route::Done));
    }

    #[test]
    fn an_address_of_nothing_is_unknown() {
        check("#/routines/no-such", &Err(UnknownRoute));
        check("#/muscles/no-such", &Err(UnknownRoute));
        check("#/movements/for/no-such", &Err(UnknownRoute));
        check("#/session/done/again", &Err(UnknownRoute));
        check("#/check/0", &Err(UnknownRoute));
        check("#/check/10", &Err(UnknownRoute));
        check("#/%00", &Err(UnknownRoute));
    }

    #[test]
    fn every_address_reads_back() {
        for route in [
            Route::Today,
            Route::Routines,
            Route::Making,
            Route::Own(3),
            Route::OwnChange(3),
            Route::Shared("1/A%20name/3h30.2.1.5".to_owned()),
            Route::Routine("desk-5".to_owned()),
            Route::Movements,
            Route::Movement("sphinx".to_owned()),
            Route::MovementChange("own-10000".to_owned()),
            Route::MovementsFor("calves".to_owned()),
            Route::Muscles,
            Route::Muscle("sciatic-nerve".to_owned()),
            Route::Learn,
            Route::LearnPage("welcome".to_owned()),
            Route::Glossary,
            Route::Sources,
            Route::Session,
            Route::Done,
            Route::Progress,
            Route::Tests,
            Route::Report,
            Route::History,
            Route::Settings,
            Route::Breathe,
            Route::Breaks,
            Route::Data,
            Route::Safety,
            Route::Questions(8),
            Route::Check,
            Route::About,
        ] {
            assert_eq!(route.to_string().parse(), Ok(route));
        }
    }
}
