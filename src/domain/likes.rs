//! Movements that a person favours, and those that they leave out by choice.

use super::catalogue::MovementNumber;
use super::json::Json;
use super::reading::Reader;
use super::stored::{Stored, VERSION, read, written};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likes {
    pub favoured: Vec<MovementNumber>,
    pub excluded: Vec<MovementNumber>,
}

/// What a person makes of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Like {
    Favoured,
    Neither,
    Excluded,
}

impl Like {
    pub const ALL: [Self; 3] = [Self::Favoured, Self::Neither, Self::Excluded];
}

impl Likes {
    #[must_use]
    pub fn of(&self, movement: MovementNumber) -> Like {
        if self.favoured.contains(&movement) {
            Like::Favoured
        } else if self.excluded.contains(&movement) {
            Like::Excluded
        } else {
            Like::Neither
        }
    }

    pub fn set(&mut self, movement: MovementNumber, like: Like) {
        self.favoured.retain(|it| *it != movement);
        self.excluded.retain(|it| *it != movement);
        match like {
            Like::Favoured => self.favoured.push(movement),
            Like::Neither => {}
            Like::Excluded => self.excluded.push(movement),
        }
    }
}

#[must_use]
pub fn read_likes(text: Option<&str>) -> Stored<Likes> {
    read("likes", text, |reader| {
        let reader = reader.only(&["favoured", "out", "v"]);
        let favoured = reader.field("favoured").each(number);
        // Nobody favours what they leave out.
        let excluded = reader.field("out").each(number);
        let excluded = excluded.into_iter().filter(|it| !favoured.contains(it)).collect();
        Likes { favoured, excluded }
    })
}

#[must_use]
pub fn write_likes(likes: &Likes) -> String {
    let numbers = |all: &[MovementNumber]| -> Json<'static> {
        all.iter().map(|it| u64::from(it.get())).collect()
    };
    written(vec![
        ("favoured", numbers(&likes.favoured)),
        ("out", numbers(&likes.excluded)),
        ("v", VERSION.into()),
    ])
}

fn number(reader: &Reader) -> MovementNumber {
    MovementNumber::new(reader.small(1..=u16::MAX))
}
