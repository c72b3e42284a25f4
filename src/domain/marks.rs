//! Days that a person has marked: those of rest, and those on which pain flared up.
//!
//! A mark asks nothing of anybody. It says why a day stayed empty, so that nothing is counted against it.

mod stored;

pub use stored::{read_marks, write_marks};

use time::Date;

use super::days::{MOST_DAYS_AGO, read_date};

/// The day that `text` writes as fields do, where it can be marked: none that lies ahead of `today` or too far back.
#[must_use]
pub fn markable(text: &str, today: Date) -> Option<Date> {
    let day = read_date(text)?;
    (0..=MOST_DAYS_AGO).contains(&(today - day).whole_days()).then_some(day)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Rest,
    /// Pain was worse than usual.
    Flare,
}

impl Mark {
    pub const ALL: [Self; 2] = [Self::Rest, Self::Flare];
}

/// One mark a day at the most, the first day first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(Vec<(Date, Mark)>);

impl Marks {
    #[must_use]
    pub fn get(&self, date: Date) -> Option<Mark> {
        let place = self.place(date).ok()?;
        Some(self.0[place].1)
    }

    /// Marks `date`, in place of what stood there.
    pub fn set(&mut self, date: Date, mark: Mark) {
        match self.place(date) {
            Ok(place) => self.0[place].1 = mark,
            Err(place) => self.0.insert(place, (date, mark)),
        }
    }

    pub fn clear(&mut self, date: Date) {
        if let Ok(place) = self.place(date) {
            self.0.remove(place);
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (Date, Mark)> + '_ {
        self.0.iter().copied()
    }

    /// Both of them; of two marks on one day, the flare.
    #[must_use]
    pub fn merged(mut self, others: Self) -> Self {
        for (date, mark) in others.0 {
            if mark == Mark::Flare || self.get(date).is_none() {
                self.set(date, mark);
            }
        }
        self
    }

    /// Where the mark of `date` is, or would be.
    fn place(&self, date: Date) -> Result<usize, usize> {
        self.0.binary_search_by_key(&date, |(marked, _)| *marked)
    }
}
