//! Which routine to offer for a break: the one that a body has gone without for longest.

use time::OffsetDateTime;

use super::Kind;
use crate::domain::catalogue::{Catalogue, Routine, Setting};
use crate::domain::days::{felt_day, since};
use crate::domain::history::Record;

/// Two minutes and five, each with half a minute to spare: the routines of those names take a little
/// longer, with getting ready and changing sides.
const SHORT_AT_MOST: u64 = 150;
const LONG_AT_MOST: u64 = 330;
/// What was done a week ago might as well never have been, in seconds.
const LATELY: i64 = 7 * 86_400;

/// Of the routines that are `allowed`, by their ids, one of this kind that needs no floor, whose
/// movements have been done the least lately; of several like that, the one allowed first.
#[must_use]
pub fn pick<'a>(
    records: &[Record],
    catalogue: &Catalogue,
    allowed: &[&'a str],
    kind: Kind,
    now: OffsetDateTime,
) -> Option<&'a str> {
    // Some days more than it takes.
    let lately = since(records, felt_day(now).saturating_sub(time::Duration::seconds(LATELY)));
    let fits = |id: &&str| catalogue.routine(id).is_some_and(|it| is_break(it, kind));
    let freshness = |id: &&str| {
        catalogue.routine(id).map_or(0, |it| freshness(lately, catalogue, it, now.unix_timestamp()))
    };
    allowed.iter().copied().filter(fits).min_by_key(freshness)
}

fn is_break(routine: &Routine, kind: Kind) -> bool {
    let secs = routine.schedule.weeks().first().map_or(0, |week| week.length.as_secs());
    let bounds = match kind {
        Kind::Short => 1..=SHORT_AT_MOST,
        Kind::Long => SHORT_AT_MOST + 1..=LONG_AT_MOST,
    };
    routine.setting != Setting::Floor && bounds.contains(&secs)
}

/// How lately the routine's movements have been done, one with another: 0 for a week ago or never.
fn freshness(records: &[Record], catalogue: &Catalogue, routine: &Routine, now: i64) -> i64 {
    let (mut sum, mut count) = (0, 0);
    for step in routine.schedule.steps() {
        let movement = catalogue.movement_called(step.movement).map(|it| it.number);
        let had = |record: &&Record| record.done.iter().any(|it| Some(it.movement) == movement);
        let last = records.iter().filter(had).map(|it| it.began.unix_timestamp()).max();
        sum += last.map_or(0, |last| LATELY - (now - last).clamp(0, LATELY));
        count += 1;
    }
    sum / count.max(1)
}
