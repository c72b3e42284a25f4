//! English, British spelling. Short, kind and plain: no exclamation marks, no shame, no promise of a cure.

mod breathe;
mod check;
mod diary;
mod hurts;
mod learn;
mod making;
mod own;
mod progress;

use std::time::Duration;

use time::{Date, Month, Weekday};

use super::{
    About, Anatomy, Breaks, Common, Cues, Data, Done, Figure, History, Install, Movement, Notices,
    NotifyState, Pages, Player, Routine, Safety, Settings, Today, Words,
};
use crate::domain::backup::BackupError;
use crate::domain::breaks::{Kind as BreakKind, Phase, ScheduleError};
use crate::domain::catalogue::{CautionAction, Evidence, Kind, Level, Setting, Share, Status};
use crate::domain::history::Feel;
use crate::domain::lengths::LengthKind;
use crate::domain::plan::{Pacing, PlanError, Side};
use crate::domain::settings::{Guiding, Theme};
use crate::domain::suggestion::Reason;

pub(super) const ANATOMY: &str = include_str!(concat!(env!("OUT_DIR"), "/words/en/anatomy.json"));
pub(super) const MOVEMENTS: &str =
    include_str!(concat!(env!("OUT_DIR"), "/words/en/movements.json"));
pub(super) const ROUTINES: &str = include_str!(concat!(env!("OUT_DIR"), "/words/en/routines.json"));
pub(super) const SCREENING: &str =
    include_str!(concat!(env!("OUT_DIR"), "/words/en/screening.json"));
pub(super) const TERMS: &str = include_str!(concat!(env!("OUT_DIR"), "/words/en/terms.json"));

pub(super) static WORDS: Words = Words {
    name: "Limber",
    pages: Pages {
        today: "Today",
        routines: "Routines",
        movements: "Movements",
        muscles: "Muscles",
        learn: "Learn",
        progress: "Progress",
        history: "History",
        settings: "Settings",
        breaks: "Desk breaks",
        data: "Your data",
        safety: "Safety",
        about: "About Limber",
        session: "Session",
        navigation: "Main",
        corner: "Help and settings",
        skip_to_content: "Skip to content",
    },
    common: Common {
        back: "Back",
        start: "Start",
        close: "Close",
        minutes,
        length,
        clock,
        side,
        level,
        setting,
        kind,
        weekday_letter,
        weekday,
        date,
    },
    today: Today {
        when,
        greeting: "Ready when you are.",
        reason,
        shorter: "Something shorter",
        all_routines: "All routines",
        this_week: "This week",
        goal: |days| {
            format!(
                "Your goal: {}. Rest days are part of it.",
                plural(usize::from(days), "day", "days")
            )
        },
        days: |count| plural(count, "day", "days"),
        day_done: "done",
        day_open: "open",
        day_ahead: "still to come",
        resume_question: |at, of| format!("Resume at {} of {}?", clock(at), clock(of)),
        resume: "Resume",
        let_go: "Not now",
        let_go_hint: "What you have done so far is kept in your history.",
        details: "See every step",
        first_time: "New back pain, or pain that worries you? Read when to get help first.",
    },
    routine: Routine {
        steps: "Steps",
        when: "When",
        how_often: "How often",
        before: "Before you start",
        honest: "To be honest",
        per_side: |left, right| {
            if left == right {
                format!("{} on each side", length(left))
            } else {
                format!("{} left, {} right", length(left), length(right))
            }
        },
        optional: "Optional",
        weeks: &["1", "2", "3", "4"],
        week_choice: "Which week?",
        sessions: |count| format!("{count} sessions a week"),
        after: "After that",
        progression: "When to do more, and when less",
        level: "Level",
        as_written: "As written",
        dose: |each, times, sides| {
            let times = if times > 1 { format!("{times} × ") } else { String::new() };
            format!("{times}{}{}", length(each), if sides { " each side" } else { "" })
        },
        repetitions: |count, sets, hold, sides| {
            let sets = if sets > 1 { format!("{sets} × ") } else { String::new() };
            let all = plural(usize::from(count), "repetition", "repetitions");
            let sides = if sides { " each side" } else { "" };
            if hold.is_zero() {
                format!("{sets}{all}{sides}")
            } else {
                format!("{sets}{all}{sides}, each held for {}", length(hold))
            }
        },
        office: "Fine in office clothes",
    },
    movement: Movement {
        search: "Search movements",
        search_hint: "Hip, chair, neck…",
        found: |count| plural(count, "movement", "movements"),
        none_found: "No movement has that in its name, muscles or place.",
        how: "How to do it",
        cue: "While you are in it",
        feel: "Where you should feel it",
        breathing: "Breathing",
        exit: "Coming out",
        mistakes: "Easy to get wrong",
        levels: "Easier and harder",
        as_written: "Follow the steps as written.",
        cautions: "Who should take care",
        action: |action| match action {
            CautionAction::Avoid => "Leave out",
            CautionAction::Ask => "Ask first",
            CautionAction::Modify => "Change",
        },
        known: "What is known",
        origin: "Where it comes from",
        origin_hint: "Limber began with an article on five stretches.",
        evidence: |evidence| match evidence {
            Evidence::Moderate => "Moderate evidence",
            Evidence::Low => "Low evidence",
            Evidence::VeryLow => "Very low evidence",
            Evidence::Mechanism => "Anatomy or lab reasoning only",
            Evidence::Practice => "Common practice, not tested alone",
        },
        sources: "Sources",
        status: |status| match status {
            Status::Checked => "title, abstract or summary read",
            Status::Secondary => "figures taken from a summary",
            Status::Recalled => "from general knowledge, to be verified",
        },
        primary: "Mainly",
        secondary: "Also",
        needs: "You need",
        helpful: "Makes it comfortable",
        aliases: "Also called",
        position: "Position",
        setting: "Where",
        easier: "Easier",
        harder: "Harder",
        desk: "At a desk",
        swaps: "Instead of this",
        sided: "One side, then the other",
        both: "Both sides at once",
        office: "Fine in office clothes",
        in_routines: "Part of",
        stop: "When to stop",
        stop_hint: "Sharp or electric pain, tingling or numbness, pain that spreads down the leg, a pinch in the hip or knee, dizziness: come out slowly and stop.",
    },
    figure: Figure {
        play: |is_playing| if is_playing { "Pause" } else { "Show how" },
        moment: "From start to hold",
        turn_left: "Turn left",
        turn_right: "Turn right",
        reset: "As it was",
        other_side: |is_left| if is_left { "Right side" } else { "Left side" },
    },
    anatomy: Anatomy {
        intro: "Touch a muscle, or pick one from the list: what it does, what is known of it and a sore \
                back, and the movements for it.",
        front: "Front",
        back: "Back",
        halves: "One half of each body shows what lies at the surface, the other half what lies under it.",
        place: "Where it is",
        does: "What it does",
        known: "What is known about your back",
        movements: "Movements for it",
        share: |share| match share {
            Share::Primary => "Mainly for it",
            Share::Secondary => "Reaches it too",
        },
        source: "Places and functions after Gray's Anatomy, 42nd edition.",
        find: "Find on the body",
        movements_for: |name| format!("Movements for the {}", in_a_sentence(name)),
        all: "All movements",
        on_the_body: "On the body",
        all_muscles: "All muscles",
        marked: "Marked: ",
        about: "About this muscle",
        learn: "About the muscles",
    },
    player: Player {
        reading: "What to do",
        step_of: |step, of| format!("{step} of {of}"),
        left: |left| format!("{} left", clock(left)),
        get_ready: "Get ready",
        hold: "Hold",
        keep_moving: "Keep moving",
        change_sides: "Change sides",
        rest: "Rest",
        paused: "Paused",
        repetitions: |count| plural(usize::from(count), "repetition", "repetitions"),
        round: |round, of| format!("Set {round} of {of}"),
        feel: |text| format!("Feel it: {text}"),
        next: |name| format!("Next: {name}"),
        last: "Next: you are done",
        pause: "Pause",
        resume: "Resume",
        ready: "I’m ready",
        done: "Done",
        skip: "Skip",
        back: "Back",
        longer: "+10",
        shorter: "−10",
        longer_name: "10 seconds longer",
        shorter_name: "10 seconds shorter",
        repeat: "Repeat",
        mute: "Mute",
        unmute: "Unmute",
        end: "End",
        end_question: "End this session?",
        end_hint: "What you have done so far counts and is kept.",
        end_yes: "End session",
        end_no: "Keep going",
        how: "How to do it",
        all_steps: "List",
        all_steps_title: "All movements",
        help: "Keys",
        keys: &[
            ("Space", "Pause or resume"),
            ("→", "Skip"),
            ("←", "Back"),
            ("↑ ↓", "10 seconds longer or shorter"),
            ("M", "Mute or unmute"),
            ("R", "Repeat this side"),
            ("?", "Show these keys"),
        ],
        timer: |secs| {
            format!("{} left", plural(usize::try_from(secs).unwrap_or(0), "second", "seconds"))
        },
        waiting: "Ready?",
        asleep: |away| {
            // Two clocks tell it, which are some milliseconds apart.
            let away = whole_seconds(away + Duration::from_millis(500));
            format!("Your device slept for {}.", length(away))
        },
        asleep_hint: "The session stands where it was. Nothing has been counted meanwhile.",
        carry_on: "Carry on from here",
        count_it: "I went on. Count it",
        progress: "Progress",
    },
    cues: Cues {
        test: "This is how I will guide you.",
        coming: |name, first, step| match first {
            Some(it) => format!("Next: {name}. {} first. {step}", side(it)),
            None => format!("Next: {name}. {step}"),
        },
        hold: |on, time, cue| match on {
            Some(it) => format!("{}. Hold for {}. {cue}", side(it), spoken_length(time)),
            None => format!("Hold for {}. {cue}", spoken_length(time)),
        },
        timed: |time, cue| format!("Go for {}. {cue}", spoken_length(time)),
        repetitions: |on, count, hold, cue| {
            let on = on.map_or_else(String::new, |it| format!("{}. ", side(it)));
            let hold = if hold.is_zero() {
                String::new()
            } else {
                format!("Hold each for {}. ", spoken_length(hold))
            };
            format!("{on}{count} times. {hold}{cue}")
        },
        again: |name, on, left| {
            let on = on.map_or_else(String::new, |it| format!(" {}.", side(it)));
            let left = left.map_or_else(String::new, |it| format!(" {} left.", spoken_length(it)));
            format!("{name}.{on}{left}")
        },
        change_sides: |to| format!("Change sides. {} now.", side(to)),
        rest: |time| format!("Rest for {}.", spoken_length(time)),
        halfway: "Half-way.",
        finish: "That was all. Well done.",
    },
    done: Done {
        title: "That counts.",
        title_stopped: "That counts too.",
        saved: "Saved on this device.",
        nothing: "There is no session to look back on yet.",
        question: "How did it go?",
        feel: |feel| match feel {
            Feel::TooEasy => "Easy",
            Feel::JustRight => "Just right",
            Feel::TooMuch => "Too much",
        },
        thanks: |feel| match feel {
            Feel::TooEasy => "Noted. When three sessions feel easy, try a level up.",
            Feel::JustRight => "Noted. Same again is a good plan.",
            Feel::TooMuch => {
                "Noted. Next time choose a lower level, hold for less, or leave something out."
            }
        },
        worked: |time| format!("{} of movement", length(time)),
        sides: |left, right| format!("Left {}, right {}", length(left), length(right)),
        home: "Back to Today",
        to_history: "See your history",
    },
    history: History {
        empty: "Nothing here yet.",
        empty_hint: "Your sessions will stand here, newest first: what you did, for how long, and how it went.",
        summary: |count, time| {
            format!("{}, {} of movement in all", plural(count, "session", "sessions"), length(time))
        },
        stopped: "ended early",
        finished: "done in full",
        movements: |count| plural(count, "movement", "movements"),
        feel: "Felt",
        more: |count| format!("Show {count} more"),
        unknown_routine: "A routine that is no more",
        ahead: "This lies ahead of the device’s clock. Was it set back?",
        times: "Each time is as your clock showed it then, in the time zone and the daylight saving time of that day.",
        at: |hour, minute| format!("{hour}:{minute:02}"),
    },
    settings: Settings {
        sound: "Sound and voice",
        sounds: "Sounds",
        voice: "Voice",
        voice_missing: "This device has no English voice that works offline, so Limber shows and sounds what it would say.",
        which_voice: "Which voice",
        best_voice: |name| format!("Best: {name}"),
        volume: "Volume",
        test: "Test sound and voice",
        vibration: "Vibration",
        vibration_hint: "On phones that allow it.",
        breathing: "Breathing tones in holds",
        screen: "Keep the screen on during a session",
        guiding: "With the screen off",
        guiding_way: |guiding| match guiding {
            Guiding::WithMusic => "Mix with my music",
            Guiding::ScreenOff => "Keep guiding",
        },
        guiding_hint: |guiding| match guiding {
            Guiding::WithMusic => {
                "Sounds come beside your music. On a locked phone they stop, and Limber asks when you are back. An iPhone in silent mode mutes them."
            }
            Guiding::ScreenOff => {
                "Sounds go on with the phone locked or in silent mode, and its buttons and your headset’s pause and skip. Other music stops. The voice speaks while the screen is on."
            }
        },
        pace: "Pace",
        lengths: "Lengths",
        lengths_hint: "From nothing to ten times the usual.",
        length: |kind| match kind {
            LengthKind::GetReady => {
                ["Getting ready", "Less time to get ready", "More time to get ready"]
            }
            LengthKind::Work => {
                ["Holds and movements", "Shorter holds and movements", "Longer holds and movements"]
            }
            LengthKind::ChangeSides => {
                ["Changing sides", "Less time to change sides", "More time to change sides"]
            }
            LengthKind::Rest => ["Rests", "Shorter rests", "Longer rests"],
        },
        length_example: |kind, time| {
            // A number and its unit stay on one line.
            let time = length(time).replace(' ', "\u{a0}");
            match kind {
                LengthKind::GetReady => format!("{time} for a new position"),
                LengthKind::Work => format!("a hold of 30\u{a0}s takes {time}"),
                LengthKind::ChangeSides => time,
                LengthKind::Rest => format!("a rest of 20\u{a0}s takes {time}"),
            }
        },
        percent: |percent| format!("{percent} %"),
        usual: "Back to usual",
        wait: "Wait for me",
        wait_hint: "After getting ready, changing sides and rests, the session goes on when you say so.",
        repetitions: "Repetitions",
        pacing: |pacing| match pacing {
            Pacing::Tempo => "With a tone for each",
            Pacing::OwnTime => "In my own time",
        },
        first_side: "First side",
        look: "Look",
        colours: "Colours",
        theme: |theme| match theme {
            Theme::System => "As the device",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        },
        data: "Your data",
        to_breaks: "Set up desk breaks",
        to_data: "Back up, restore, delete",
        kept: |count| {
            format!(
                "{} kept in this browser on this device. Nothing is sent anywhere.",
                plural(count, "session", "sessions")
            )
        },
    },
    data: Data {
        lead: "Everything stays in this browser on this device, and nothing is sent anywhere. So it is yours to look after: clearing the browser’s data for this page clears it too.",
        backup: "Back up",
        backup_hint: "One file with all your sessions and settings. Keep it where you keep other things.",
        save: "Save a backup",
        never: "There is no backup yet.",
        last: |days| match days {
            0 => "Last backup: today.".to_owned(),
            1 => "Last backup: yesterday.".to_owned(),
            days => format!("Last backup: {days} days ago."),
        },
        overdue: "You have done a lot since. A new one would be good.",
        due: |has_one| {
            if has_one {
                "You have done a lot since your last backup. A new one would be good."
            } else {
                "There is no backup of them yet. One would be good."
            }
        },
        restore: "Bring in a backup",
        restore_hint: "Sessions of the file are added to those here. Nothing is there twice, and nothing here is lost.",
        choose: "Choose a file",
        file_of: |date_made| format!("A backup of {}", date(date_made)),
        brings: |sessions, new| match (sessions, new) {
            (0, _) => "There are no sessions in it.".to_owned(),
            (_, 0) => {
                format!("{}, all of them here already.", plural(sessions, "session", "sessions"))
            }
            (sessions, new) if sessions == new => {
                format!("{}, none of them here yet.", plural(sessions, "session", "sessions"))
            }
            (sessions, new) => {
                format!("{}, {new} of them new here.", plural(sessions, "session", "sessions"))
            }
        },
        days: |first, last| {
            if first == last { date(first) } else { format!("{} to {}", date(first), date(last)) }
        },
        brings_more: "What else you told and built comes along: your answers, what hurt, how much comes next, your own routines. What is newer here stays.",
        brings_session: "A session was open. You can go on with it here.",
        unreadable: |count| {
            format!(
                "{} of it cannot be read. It comes along unchanged, out of the way.",
                plural(count, "part", "parts")
            )
        },
        take_settings: "Take the settings of the file too",
        take: "Bring it in",
        leave: "Leave it",
        restored: |count| format!("Done. {} came in.", plural(count, "session", "sessions")),
        nothing_new: "Done. No session was new.",
        no_file: "This file could not be read. Nothing has changed.",
        too_long: "This file is too long to be a backup of Limber. Nothing has changed.",
        refused: |error| match error {
            BackupError::NotOurs => {
                "This is no backup of Limber, or only a part of one. Nothing has changed."
            }
            BackupError::Newer => {
                "This backup is from a newer Limber. Reload the page to get the newest, then try again. Nothing has changed."
            }
            BackupError::NewerHere => {
                "What is kept here is from a newer Limber. Reload the page to get the newest, then try again. Nothing has changed."
            }
        },
        table: "As a table",
        table_hint: "One line for each session, for a spreadsheet.",
        save_table: "Save a table (CSV)",
        columns: &[
            "date",
            "time",
            "offset from UTC",
            "routine",
            "ended",
            "worked (s)",
            "left (s)",
            "right (s)",
            "both sides at once (s)",
            "felt",
            "movements",
        ],
        ended: |is_finished| if is_finished { "finished" } else { "stopped early" },
        safe: "How safe it is here",
        promised: "This browser has promised not to clear it by itself.",
        not_promised: "This browser may clear it when the device runs out of room.",
        ask: "Ask it not to",
        week_rule: "Safari clears what a page keeps after seven days of use in which you did not open it. On the home screen that does not happen: install Limber, or keep a backup.",
        delete: "Delete",
        delete_hint: "All sessions and settings on this device. You can undo it until you leave or reload this page.",
        delete_all: "Delete everything",
        deleted: "Everything is deleted.",
    },
    breaks: Breaks {
        lead: "Sitting long is what many sore backs like least. Limber can say when to get up, and what to do then, in two minutes, in office clothes.",
        honest: "It can only do so while it is open in a tab or a window: no web app can wake itself. For the rest there is the calendar file below.",
        switch: "Remind me while Limber is open",
        elsewhere: "Another tab of this browser keeps the time.",
        title: |phase, left, title| match (phase, left) {
            (Phase::Due { .. }, _) => format!("Break · {title}"),
            (Phase::Waiting { .. } | Phase::Warned { .. }, Some(left)) => {
                format!("{} · {title}", length(left))
            }
            _ => title.to_owned(),
        },
        next: |kind, time, left| {
            let kind = match kind {
                BreakKind::Short => "short",
                BreakKind::Long => "longer",
            };
            format!("The next one, a {kind} one, at {time}: in {}.", length(left))
        },
        out_of_hours: |day, time| {
            format!("Outside your hours. They begin on {} at {time}.", weekday(day))
        },
        warning: |kind| match kind {
            BreakKind::Short => "A short break is near",
            BreakKind::Long => "A longer break is near",
        },
        due: |kind| match kind {
            BreakKind::Short => "Time for a short break",
            BreakKind::Long => "Time for a longer break",
        },
        due_in: |kind, left| {
            let kind = match kind {
                BreakKind::Short => "short",
                BreakKind::Long => "longer",
            };
            format!("A {kind} break in {}", length(left))
        },
        note: "Two minutes for your back, at your desk.",
        start: "Start",
        later: "Later",
        start_this: |name| format!("Start: {name}"),
        put_off: "Put it off",
        minutes_later: |minutes| format!("{minutes} min"),
        or: "Or",
        did_it: "I have just moved",
        not_this: "Leave this one out",
        not_now: "Not now",
        call: "I am in a call until",
        call_until: |time| time.to_string(),
        in_call: |until| format!("In a call until {until}. No break comes before then."),
        call_over: "The call is over",
        away: |away| format!("You were away for {}. Was that a break?", minutes(away)),
        away_yes: "Yes, I moved",
        away_no: "No",
        when: "When",
        every: [
            "A break every",
            "Breaks further apart: less often",
            "Breaks closer together: more often",
        ],
        from: ["From", "Begin earlier", "Begin later"],
        to: ["Until", "End earlier", "End later"],
        long: ["A longer one", "Longer breaks more often", "Longer breaks less often"],
        long_every: |every| match every {
            None => "never".to_owned(),
            Some(every) => format!("every {every} breaks"),
        },
        warn: ["Say so before", "Say so later", "Say so earlier"],
        seconds_before: |secs| if secs == 0 { "not".to_owned() } else { format!("{secs} s") },
        days: "On these days",
        steps: "Put off by",
        step: [
            ["First step", "Shorten the first step", "Lengthen the first step"],
            ["Second step", "Shorten the second step", "Lengthen the second step"],
            ["Third step", "Shorten the third step", "Lengthen the third step"],
        ],
        fixed: "At fixed times too",
        fixed_hint: "Such as after lunch. Within your hours.",
        fixed_time: "Time of day",
        add: "Add",
        remove: |time| format!("Remove {time}"),
        refused: |error| match error {
            ScheduleError::Hours { .. } => "Your hours would end before they begin.".to_owned(),
            ScheduleError::NoRoom { every, from, to } => {
                format!("Between {from} and {to} there is no room for a break every {every} min.")
            }
            ScheduleError::TooManyTimes(_) => {
                "More than twelve fixed times are too many.".to_owned()
            }
            ScheduleError::OutOfHours { time, .. } => format!("{time} lies outside your hours."),
            error => format!("That does not go: {error}."),
        },
        telling: "How it says so",
        notify: "Notifications of the device",
        notify_hint: |state| match state {
            NotifyState::Can => "They come while Limber is open, on top of whatever you do.",
            NotifyState::Refused => {
                "This browser does not allow them for this page. Its settings for the page can change that."
            }
            NotifyState::Missing => {
                "This browser has none for this page. On an iPhone, install Limber first."
            }
        },
        watch: "Notice when I am away",
        watched: "This browser tells Limber when nobody is at the device. When you are back, it asks whether that was a break.",
        float: "Floating timer",
        calendar: "In your calendar",
        calendar_hint: "A file with these breaks and their alarms, for the calendar of your device: it reminds you when Limber is closed. After a change here, save it again; times that are no more have to be deleted there.",
        save_calendar: "Save a calendar file (.ics)",
        event: |kind| match kind {
            BreakKind::Short => "Short break for your back",
            BreakKind::Long => "Longer break for your back",
        },
        event_text: "Get up, or stretch on your chair. Limber leads through it.",
    },
    install: Install {
        title: "Install",
        why: "With an icon of its own, without the browser around it, and offline as ever.",
        button: "Install Limber",
        menu: "Your browser’s menu has it, if it can: “Install app”, “Add to Home screen” or “Add to Dock”.",
        share: "Tap Share in the browser’s bar.",
        add: "Choose “Add to Home Screen”.",
        starts_empty: "The installed app starts empty. To take your sessions along, save a backup here first, then bring it in there, under Settings, Your data.",
        installed: "Limber is installed here.",
    },
    check: check::CHECK,
    hurts: hurts::HURTS,
    learn: learn::LEARN,
    diary: diary::DIARY,
    breathe: breathe::BREATHE,
    making: making::MAKING,
    own: own::OWN,
    progress: progress::PROGRESS,
    safety: Safety {
        lead: "Serious causes of back pain are rare. These are the signs that matter.",
        emergency: "Get emergency help now",
        emergency_hint: "Go to an emergency department or call your local emergency number (112, 911, 999 or 000) if you have any of these. Do not exercise.",
        soon: "Talk to someone before you exercise",
        soon_hint: "Limber starts no session until someone has heard of these.",
        review: "Worth a conversation, and no reason to stop moving",
        stop: "During a session, stop at",
        stop_hint: "Stop that movement at once, and try no bigger version of it today.",
        stop_signs: &[
            "Sharp, stabbing or electric pain",
            "Tingling, numbness, burning or weakness in a leg or foot",
            "Pain that spreads further down the leg, even if your back feels better",
            "A pinch deep at the front of the hip, or a pull inside the knee",
            "Dizziness, faintness, chest pain, breathlessness or a change in your vision",
            "Pain 2 or more points above where you started that does not ease within a minute of stopping",
            "In pregnancy: bleeding, fluid, painful tightening or less movement of the baby",
        ],
        then: "Then come out slowly, and walk or rest in your easiest position. Leg pain that shrinks and moves up towards your back is usually a good sign: go on gently. Pain that moves away from the back means stop and change.",
        to_check: "Your safety check",
        scale: "How much is too much",
        scale_rows: &[
            ("0 to 2 of 10", "Comfortable."),
            (
                "3 to 5",
                "Fine only as a pull or your familiar ache, if it eases when you stop and has settled by the next morning.",
            ),
            ("Above 5", "Stop that movement."),
        ],
        scale_hint: "A guide borrowed from tendon rehabilitation; it has not been tested for back pain at home.",
    },
    about: About {
        paragraphs: &[
            "Limber guides you through stretches and easy exercise for ordinary lower-back or buttock pain in adults. It does not diagnose.",
            "It is not a medical device and does not replace a clinician. No clinician has reviewed its content yet.",
            "Most back pain gets better with time and activity. These stretches are one pleasant way to stay active.",
            "If it feels wrong, stop. If the safety page worries you, get help first.",
        ],
        privacy: "Yours alone",
        privacy_text: "No account, no server, no tracking. After it has loaded, Limber asks nothing of any other computer. What you do stays in this browser on this device.",
        evidence: "How sure we are",
        evidence_rows: &[
            ("Moderate evidence", "Several trials or a graded review."),
            ("Low or very low evidence", "Few, small or conflicting trials."),
            ("Anatomy or lab reasoning only", "It makes sense; nobody has shown that it helps."),
            ("Common practice", "Often done, not tested alone."),
        ],
        sources: "Sources",
    },
    notices: Notices {
        dismiss: "OK",
        storage_blocked: "This browser keeps nothing for this page, so your sessions will be gone when you close it. You can still do everything else. Allow site data for this page to keep them.",
        storage_full: "This browser has no room left for this page. Your last session is shown but could not be kept. Free some space, then it will be kept again.",
        set_aside: |key| {
            format!(
                "What was kept under “{key}” could not be read. It has been put aside unchanged, and Limber starts that part afresh."
            )
        },
        stuck: |key| {
            format!(
                "What is kept under “{key}” cannot be read, and could not be put aside. Limber leaves it as it is and keeps nothing new there."
            )
        },
        newer: |key| {
            format!(
                "What is kept under “{key}” is from a newer Limber. This one leaves it as it is and keeps nothing new there. Reload to get the newest."
            )
        },
        sound_blocked: "The sound is not running. Tap anywhere to try again; your session goes on without it.",
        screen_may_sleep: "This device will not let Limber keep the screen on. It may go dark; the time stays right.",
        no_voice: "This device has no English voice that works offline, so sessions are shown and sounded. The switch for the voice is in Settings.",
        voice_failed: "The voice of this device did not speak, so sessions are shown and sounded. Settings has the switch, and other voices where there are any.",
        lost_session: "The session that was open is of a routine that is no more, so it cannot be resumed.",
        no_plan: |error| match error {
            PlanError::NothingLeft => {
                "Nothing of it is left to do: all of it is left out for you, or was deleted."
            }
            PlanError::NoRoutine(_) | PlanError::NoWeek { .. } => "This routine is no more.",
            PlanError::Empty => {
                "With these lengths nothing is left to do. Make holds and movements longer than nothing in Settings."
            }
        },
        no_such_page: "There is no page at that address, so this is Today.",
        other_tab: "A session is open in another tab of this browser. Limber leads one at a time: go on there, or leave it there first.",
        cleared: "What Limber had kept in this browser has been cleared. This page still knows your sessions.",
        keep_again: "Keep them again",
        no_file: "This browser would not make a file.",
        works_offline: "Limber now opens without a network too.",
        newer_build: "A newer Limber is here.",
        reload: "Use it now",
        later: "Later",
    },
};

fn plural(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

const fn whole_seconds(length: Duration) -> Duration {
    Duration::from_secs(length.as_secs())
}

/// Whole minutes, for a glance: never "0 min".
fn minutes(length: Duration) -> String {
    format!("{} min", ((length.as_secs() + 30) / 60).max(1))
}

fn length(length: Duration) -> String {
    match (length.as_secs() / 60, length.as_secs() % 60) {
        (0, secs) => format!("{secs} s"),
        (mins, 0) => format!("{mins} min"),
        (mins, secs) => format!("{mins} min {secs} s"),
    }
}

fn spoken_length(length: Duration) -> String {
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let secs = length.as_secs() + u64::from(length.subsec_millis() >= 500);
    match (number(secs / 60), number(secs % 60)) {
        (0, secs) => plural(secs, "second", "seconds"),
        (mins, 0) => plural(mins, "minute", "minutes"),
        (mins, secs) => {
            format!("{} {}", plural(mins, "minute", "minutes"), plural(secs, "second", "seconds"))
        }
    }
}

fn clock(length: Duration) -> String {
    format!("{}:{:02}", length.as_secs() / 60, length.as_secs() % 60)
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "Left side",
        Side::Right => "Right side",
    }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Beginner => "Beginner",
        Level::Intermediate => "Intermediate",
        Level::Advanced => "Advanced",
    }
}

const fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Floor => "Floor",
        Setting::Desk => "Chair or desk",
        Setting::Anywhere => "Anywhere",
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Stretch => "Stretch",
        Kind::Mobility => "Mobility",
        Kind::WarmUp => "Warm-up",
        Kind::Strength => "Strength",
        Kind::NerveGlide => "Nerve glide",
        Kind::Own => "Your own",
    }
}

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::StartShort => "A short start: the same five, held for less.",
        Reason::Usual => "The five, with both sides and a warm-up.",
        Reason::DoneToday => "You have stretched today. A short break goes with it.",
        Reason::Leg => "Keeps you moving without stretching the nerve.",
        Reason::Gentle => "Gentle, all from one chair, while your pain is strong.",
        Reason::Evening => "You have stretched today. This one winds down.",
    }
}

fn when(weekday_at_hand: Weekday, hour: u8) -> String {
    let part = match hour {
        4..=11 => "morning",
        12..=17 => "afternoon",
        18..=22 => "evening",
        _ => "night",
    };
    format!("{} {part}", weekday(weekday_at_hand))
}

const fn weekday_letter(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "M",
        Weekday::Tuesday | Weekday::Thursday => "T",
        Weekday::Wednesday => "W",
        Weekday::Friday => "F",
        Weekday::Saturday | Weekday::Sunday => "S",
    }
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

const fn month(month: Month) -> &'static str {
    match month {
        Month::January => "January",
        Month::February => "February",
        Month::March => "March",
        Month::April => "April",
        Month::May => "May",
        Month::June => "June",
        Month::July => "July",
        Month::August => "August",
        Month::September => "September",
        Month::October => "October",
        Month::November => "November",
        Month::December => "December",
    }
}

fn date(date: Date) -> String {
    format!("{} {} {} {}", weekday(date.weekday()), date.day(), month(date.month()), date.year())
}

/// A name that begins with a capital letter, within a sentence.
fn in_a_sentence(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
