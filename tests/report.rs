//! What is taken along to a clinician.

mod common;

use common::{date, on, secs, session, sides, whole};
use limber::domain::balance::SideTimes;
use limber::domain::catalogue::MovementNumber;
use limber::domain::history::Record;
use limber::domain::json::Json;
use limber::domain::pain::{Flank, Pain, Score, Site};
use limber::domain::report::{
    Cell, MovementDone, Part, PlaceTold, Report, Subject, movements_done, places_told,
};

fn told(before: Option<u8>, site: Option<Site>, flank: Option<Flank>) -> Record {
    let before = before.and_then(Score::new);
    let pain = Pain { before, site, flank, ..Pain::default() };
    Record { pain, ..session(on(date(2026, 11, 2), 600), &[whole(1, 60)]) }
}

#[test]
fn a_movement_counts_once_for_each_session() {
    let first =
        session(on(date(2026, 11, 2), 600), &[whole(6, 60), sides(1, 20, 10), whole(6, 30)]);
    let second = session(on(date(2026, 11, 3), 600), &[sides(1, 5, 5)]);
    let done = |movement, sessions, (left, right, both)| MovementDone {
        movement: MovementNumber::new(movement),
        sessions,
        times: SideTimes { left: secs(left), right: secs(right), both: secs(both) },
    };
    let found = movements_done(&[first, second]);
    assert_eq!(found, [done(6, 1, (0, 0, 90)), done(1, 2, (25, 15, 0))]);
    assert_eq!(movements_done(&[]), []);
}

#[test]
fn pain_is_told_by_place_and_side() {
    let (left, both) = (Some(Flank::Left), Some(Flank::Both));
    let records = [
        told(Some(4), Some(Site::Thigh), left),
        told(Some(5), Some(Site::Thigh), left),
        told(None, Some(Site::Thigh), left),
        told(Some(3), Some(Site::Back), both),
        told(None, Some(Site::Back), None),
        told(Some(9), None, None),
    ];
    let place = |site, flank, sessions, before| PlaceTold { site, flank, sessions, before };
    assert_eq!(
        places_told(&records),
        [
            place(Site::Back, both, 1, Some(3.0)),
            place(Site::Back, None, 1, None),
            place(Site::Thigh, left, 3, Some(4.5)),
        ]
    );
}

const fn name(subject: Subject) -> &'static str {
    match subject {
        Subject::Sessions => "Sessions",
        Subject::Flares => "Flare days",
        _ => "Other",
    }
}

fn report() -> Report {
    let day = date(2026, 11, 2);
    Report {
        from: date(2026, 9, 8),
        to: date(2026, 11, 30),
        parts: vec![
            Part {
                subject: Subject::Sessions,
                columns: &["Day", "Sessions", "Minutes"],
                cells: vec![Cell::Day(day), Cell::Count(2), Cell::Number(1.5)],
            },
            Part {
                subject: Subject::Tests,
                columns: &["Test", "Result"],
                cells: vec![
                    Cell::Text("a, \"b\"".to_owned()),
                    Cell::Number(-2.5),
                    Cell::Text("c".to_owned()),
                    Cell::Nothing,
                ],
            },
            Part { subject: Subject::Flares, columns: &["Day"], cells: vec![] },
        ],
    }
}

#[test]
fn a_part_counts_together_what_its_rows_hold_and_names_their_days() {
    let (first, second) = (date(2026, 11, 2), date(2026, 11, 4));
    let sessions = Part {
        subject: Subject::Sessions,
        columns: &["Day", "Sessions", "Minutes"],
        cells: vec![
            Cell::Day(first),
            Cell::Count(2),
            Cell::Number(1.5),
            Cell::Day(second),
            Cell::Count(1),
            Cell::Nothing,
        ],
    };
    assert_eq!(sessions.sum(), (3, 1.5));
    assert_eq!(sessions.days(), [(first, 2), (second, 1)]);
    let cells = vec![Cell::Day(first), Cell::Nothing, Cell::Day(second)];
    let flares = Part { subject: Subject::Flares, columns: &["Day"], cells };
    assert_eq!(flares.days(), [(first, 1), (second, 1)]);
    assert_eq!(flares.sum(), (0, 0.0));
}

#[test]
fn a_report_is_a_table_with_all_of_its_parts() {
    let lines = [
        "2026-09-08,2026-11-30",
        "",
        "Sessions",
        "Day,Sessions,Minutes",
        "2026-11-02,2,1.500",
        "",
        "Other",
        "Test,Result",
        "\"a, \"\"b\"\"\",-2.500",
        "c,",
        "",
        "Flare days",
        "Day",
        "",
    ];
    assert_eq!(report().csv(name), lines.map(|it| format!("{it}\r\n")).concat());
}

#[test]
fn the_same_is_there_as_json() {
    let text = report().json(name);
    assert_eq!(
        text,
        "{\"from\":\"2026-09-08\",\"to\":\"2026-11-30\",\"parts\":{\
         \"Sessions\":[{\"Day\":\"2026-11-02\",\"Sessions\":2,\"Minutes\":1.500}],\
         \"Other\":[{\"Test\":\"a, \\\"b\\\"\",\"Result\":-2.500},{\"Test\":\"c\",\"Result\":null}],\
         \"Flare days\":[]}}"
    );
    assert!(Json::parse(&text).is_ok());
}
