//! The pictures of a clip: each is drawn once, and may be seen time and again.

use std::time::Duration;

/// First the way, once, and then what repeats itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Film {
    way: Stretch,
    repetition: Stretch,
    /// For each picture, whether it has been drawn.
    drawn: Vec<bool>,
}

/// Pictures that follow each other, each for as long as the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub count: u32,
    /// How long each is seen.
    pub between: Duration,
}

impl Film {
    #[must_use]
    pub fn new(way: Stretch, repetition: Stretch) -> Self {
        let drawn = vec![false; index(way.count) + index(repetition.count)];
        Self { way, repetition, drawn }
    }

    #[must_use]
    pub const fn way(&self) -> Stretch {
        self.way
    }

    #[must_use]
    pub const fn repetition(&self) -> Stretch {
        self.repetition
    }

    /// Which picture is to be seen after so long.
    #[must_use]
    pub fn picture(&self, at: Duration) -> usize {
        match at.checked_sub(self.way.length()) {
            None => self.way.passed(at).0,
            Some(at) => {
                let (passed, _) = self.repetition.passed(at);
                index(self.way.count) + passed % index(self.repetition.count).max(1)
            }
        }
    }

    /// When a picture is first to be seen.
    #[must_use]
    pub fn moment(&self, picture: usize) -> Duration {
        let picture = u32::try_from(picture).unwrap_or(u32::MAX);
        match picture.checked_sub(self.way.count) {
            None => self.way.between * picture,
            Some(picture) => self.way.length() + self.repetition.between * picture,
        }
    }

    /// How long until the next picture.
    #[must_use]
    pub fn until_next(&self, at: Duration) -> Duration {
        match at.checked_sub(self.way.length()) {
            None => self.way.until_next(at),
            Some(at) => self.repetition.until_next(at),
        }
    }

    #[must_use]
    pub fn has(&self, picture: usize) -> bool {
        self.drawn.get(picture) == Some(&true)
    }

    /// Whether every picture has been drawn.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.drawn.iter().all(|it| *it)
    }

    /// A picture has been drawn.
    pub fn add(&mut self, picture: usize) {
        if let Some(drawn) = self.drawn.get_mut(picture) {
            *drawn = true;
        }
    }
}

impl Stretch {
    /// Of so long, in whole pictures about `between` apart.
    #[must_use]
    pub fn new(length: Duration, between: Duration) -> Self {
        let wanted = nanos(length).div_ceil(nanos(between).max(1));
        let count = u32::try_from(wanted).unwrap_or(u32::MAX);
        Self { count, between: length.checked_div(count).unwrap_or_default() }
    }

    #[must_use]
    pub fn length(self) -> Duration {
        self.between * self.count
    }

    fn until_next(self, at: Duration) -> Duration {
        self.between.saturating_sub(self.passed(at).1)
    }

    /// How many pictures are past, and for how long the one at hand has been seen.
    fn passed(self, at: Duration) -> (usize, Duration) {
        let (nanos, between) = (nanos(at), nanos(self.between).max(1));
        let passed = usize::try_from(nanos / between).unwrap_or(usize::MAX);
        (passed, Duration::from_nanos(nanos % between))
    }
}

/// Up to 584 years of them.
fn nanos(length: Duration) -> u64 {
    u64::try_from(length.as_nanos()).unwrap_or(u64::MAX)
}

const fn index(count: u32) -> usize {
    count as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn millis(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    /// A way of 40 pictures, and a breath of 40.
    fn film() -> Film {
        let way = Stretch::new(millis(2400), millis(60));
        Film::new(way, Stretch::new(millis(10_000), millis(250)))
    }

    #[track_caller]
    fn check(at: u64, picture: usize, next: u64) {
        let (at, next) = (millis(at), millis(next));
        assert_eq!((film().picture(at), film().until_next(at)), (picture, next), "{at:?}");
    }

    #[test]
    fn the_way_comes_once_and_the_rest_over_and_over() {
        check(0, 0, 60);
        check(59, 0, 1);
        check(60, 1, 60);
        check(2399, 39, 1);
        check(2400, 40, 250);
        check(2650, 41, 250);
        check(12_399, 79, 1);
        check(12_400, 40, 250);
        check(12_400 + 3_600_000 + 300, 41, 200);
    }

    #[test]
    fn what_has_no_way_repeats_itself_from_the_first() {
        let way = Stretch::new(Duration::ZERO, millis(60));
        let film = Film::new(way, Stretch::new(millis(4800), millis(60)));
        assert_eq!([0, 60, 4800].map(|at| film.picture(millis(at))), [0, 1, 0]);
    }

    #[test]
    fn a_picture_is_of_the_moment_at_which_it_is_first_seen() {
        for picture in 0..80 {
            assert_eq!(film().picture(film().moment(picture)), picture);
        }
    }

    #[test]
    fn a_stretch_has_whole_pictures() {
        let check = |length, count, between| {
            let stretch = Stretch::new(millis(length), millis(300));
            assert_eq!(stretch, Stretch { count, between: millis(between) });
        };
        check(1000, 4, 250);
        check(10, 1, 10);
        check(0, 0, 0);
    }

    #[test]
    fn it_is_complete_with_its_last_picture_and_not_before() {
        let second = Stretch::new(millis(500), millis(250));
        let mut film = Film::new(second, second);
        for picture in [2, 0, 3] {
            film.add(picture);
        }
        assert!(film.has(2) && !film.has(1) && !film.is_complete());
        film.add(1);
        assert!(film.is_complete());
    }
}
