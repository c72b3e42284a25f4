//! Progress: a year of it, with a table behind every chart; what a person writes down; the report.

use limber_browser_tests::page::Page;
use limber_browser_tests::{Context, Result, early, places};
use serde_json::{Value, json};

use crate::accessibility::Report;
use crate::visit::{FILL, Outcome, SAVES, Visit, journey};

/// Presses the first button that deletes; each says of which day.
const DELETE: &str =
    "[...document.querySelectorAll('button')].find((it) => it.textContent === 'Delete').click()";
const HAS_WAY_BACK: &str = "document.activeElement.innerText === 'Undo'";

#[tokio::test]
async fn a_year_of_sessions_shows_with_a_table_behind_each_chart() -> Outcome {
    const DOTS: &str = "return document.querySelectorAll('.chart circle').length";
    const ROWS: &str = "return document.querySelectorAll('.pain-table tbody tr').length";
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        with_a_year(visit).await?;
        visit.open("#/progress").await?;
        page.sees("weeks kept in a row").await?;
        let weeks = "return document.querySelectorAll('.calendar tbody tr').length";
        assert_eq!(page.ask::<usize>(weeks).await?, 8);
        page.press("Earlier weeks").await?;
        assert_eq!(page.ask::<usize>(weeks).await?, 16);
        let some: usize = page.ask(DOTS).await?;
        assert!(some > 50, "{some} dots in three months");
        assert_eq!(page.ask::<usize>(ROWS).await?, some, "the table is another one");
        page.press("The same as a table").await?;
        page.press("A year").await?;
        page.until("the table stays open", "document.querySelector('.pain-table').open").await?;
        let all: usize = page.ask(DOTS).await?;
        assert!(all > 200, "{all} dots in a year");
        assert_eq!(page.ask::<usize>(ROWS).await?, all);
        page.sees("the true number may be anywhere from").await?;
        page.sees("whichever is larger").await?;
        page.sees("On average over the last four weeks").await?;
        page.sees("cannot say what the stretches did").await?;
        report.examine(page, "a year of progress").await?;
        visit.open("#/progress/tests").await?;
        page.sees("nearer to the floor since the first").await?;
        page.until("there is a chart", "document.querySelector('.chart circle')").await?;
        report.examine(page, "tests of oneself").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn before_there_is_enough_it_says_so() -> Outcome {
    const YESTERDAY: &str = "const day = document.getElementById('mark-day'); \
            const date = new Date(day.value); date.setUTCDate(date.getUTCDate() - 1); \
            day.value = date.toISOString().slice(0, 10); \
            day.dispatchEvent(new Event('change')); return date.getTime() / 86400000";
    journey(async |visit| {
        let page = visit.page();
        visit.open("").await?;
        page.press("Progress").await?;
        page.sees("Nothing yet. Tell how your pain is").await?;
        page.press("A flare day").await?;
        page.press("A day less").await?;
        page.reload().await?;
        let marked = "document.querySelector('input[name=mark]:checked')?.parentElement.innerText === 'A flare day'";
        page.until("the day stays marked", marked).await?;
        let yesterday: u32 = page.ask(YESTERDAY).await?;
        page.press("A rest day").await?;
        let days: Option<String> = page.stored("limber.days").await?;
        let is_marked = days.as_ref().is_some_and(|it| it.contains(&format!("[{yesterday},1]")));
        assert!(is_marked, "{yesterday} is not marked in {days:?}");
        let settings: Option<String> = page.stored("limber.settings").await?;
        assert!(settings.is_some_and(|it| it.contains("\"goal\":2")), "the goal is kept");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_day_that_shows_is_the_one_that_is_marked() -> Outcome {
    const TYPE: &str = "const day = document.getElementById('mark-day'); day.value = arguments[0]; \
        day.dispatchEvent(new Event('change')); return day.value";
    const TODAY: &str = "return document.getElementById('mark-day').valueAsNumber / 86400000";
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/progress").await?;
        let today: u32 = page.ask(TODAY).await?;
        // As it is half typed: the month of another year, and two digits of a year.
        for typed in ["2099-12-01", "0026-01-01"] {
            let left: String = page.ask_with(TYPE, vec![json!(typed)]).await?;
            assert_eq!(left, typed, "it was taken out of one's hands");
            page.sees("A day of the last ten years, please").await?;
        }
        let yesterday = "return new Date((arguments[0] - 1) * 86400000).toISOString().slice(0, 10)";
        let yesterday: String = page.ask_with(yesterday, vec![json!(today)]).await?;
        page.ask_with::<String>(TYPE, vec![json!(yesterday)]).await?;
        page.sees_not("A day of the last ten years, please").await?;
        page.before_each_page(early::SLEEP).await?;
        page.reload().await?;
        page.ask_with::<String>(TYPE, vec![json!(yesterday)]).await?;
        // The night goes by with the page open.
        page.ask::<Option<bool>>("sleepFor(86400 * 1000)").await?;
        page.press("A rest day").await?;
        let days: Option<String> = page.stored("limber.days").await?;
        let is_marked = days.as_ref().is_some_and(|it| it.contains(&format!("[{},1]", today - 1)));
        assert!(is_marked, "{yesterday} is not marked in {days:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_test_is_written_down_refused_where_it_is_none_and_deleted_with_a_way_back() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/progress/tests").await?;
        page.press("Write down fingertips to the floor").await?;
        page.focus("Centimetres from the floor, such as 12.5").await?;
        page.keys("twelve").await?;
        page.press("Keep it").await?;
        page.sees("Centimetres from 0 to 100, please").await?;
        let () = page
            .ask("document.activeElement; document.getElementById('test-0-0').select()")
            .await?;
        page.keys("12.5").await?;
        page.press("Keep it").await?;
        page.sees("This is the first").await?;
        page.press("All results").await?;
        page.sees("12.5 cm").await?;
        let () = page.ask(DELETE).await?;
        page.sees(" is deleted.").await?;
        page.until("the way back has the focus", HAS_WAY_BACK).await?;
        page.press("Undo").await?;
        page.sees("12.5 cm").await?;
        page.until("the heading has the focus", "document.activeElement.tagName === 'H1'").await?;
        page.press("Start 30 seconds").await?;
        page.press("Stop").await
    })
    .await
}

#[tokio::test]
async fn a_session_is_deleted_and_comes_back_and_a_missing_one_is_added() -> Outcome {
    const COUNT: &str = "return document.querySelectorAll('.record').length";
    journey(async |visit| {
        let page = visit.page();
        visit.has_kept(&places::filled_history()).await?;
        visit.open("#/history").await?;
        assert_eq!(page.ask::<usize>(COUNT).await?, 4);
        let open = "const it = document.querySelectorAll('.record')[1]; it.dataset.stays = ''; \
            it.querySelector('.markup details').open = true; return true";
        assert!(page.ask::<bool>(open).await?);
        let () = page.ask(DELETE).await?;
        page.sees(" is deleted.").await?;
        assert_eq!(page.ask::<usize>(COUNT).await?, 3);
        page.until("the way back has the focus", HAS_WAY_BACK).await?;
        let stays = "document.querySelector('.record[data-stays] .markup details').open";
        page.until("the other rows stay as they are", stays).await?;
        page.reload().await?;
        assert_eq!(page.ask::<usize>(COUNT).await?, 3, "it came back by itself");
        let () = page.ask(DELETE).await?;
        page.press("Undo").await?;
        assert_eq!(page.ask::<usize>(COUNT).await?, 3);
        page.press("A note, or delete it").await?;
        let () = page.ask("document.querySelector('textarea.note').focus()").await?;
        page.keys("Slept badly.").await?;
        page.keys(thirtyfour::Key::Tab).await?;
        let kept = "Object.values(localStorage).some((it) => it.includes('Slept badly.'))";
        page.until("the note is kept", kept).await?;
        let () = page.ask(DELETE).await?;
        page.until("the note is gone with its session", &format!("!({kept})")).await?;
        page.press("Undo").await?;
        page.until("the note came back with its session", kept).await?;
        page.reload().await?;
        page.until("the note shows", "document.querySelector('textarea.note').value === 'Slept badly.'")
            .await?;
        page.press("A session that is missing").await?;
        page.press("Add it").await?;
        page.sees("A day, a time, and minutes").await?;
        let typed = json!({ "missing-day": "2026-03-01", "missing-time": "18:30", "missing-minutes": "20" });
        page.ask_with::<bool>(FILL, vec![typed]).await?;
        page.press("Add it").await?;
        page.sees("It is added.").await?;
        page.sees("20 min").await?;
        page.press("Add it").await?;
        page.sees("A session that began then is here already.").await?;
        let long_ago = json!({ "missing-day": "0026-03-01" });
        page.ask_with::<bool>(FILL, vec![long_ago]).await?;
        page.press("Add it").await?;
        page.sees("more than ten years ago").await?;
        page.reload().await?;
        assert_eq!(page.ask::<usize>(COUNT).await?, 4);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_note_that_is_too_long_says_so_until_it_is_shorter() -> Outcome {
    const WRITE: &str = "const field = document.querySelector('textarea.note'); \
        field.value = 'a'.repeat(arguments[0]); field.dispatchEvent(new Event('change')); \
        return field.labels[0].innerText";
    const KEPT: &str = "Object.values(localStorage).some((it) => it.includes('a'.repeat(300)))";
    journey(async |visit| {
        let page = visit.page();
        visit.has_kept(&places::filled_history()).await?;
        visit.open("#/history").await?;
        page.press("A note, or delete it").await?;
        let name: String = page.ask_with(WRITE, vec![json!(312)]).await?;
        assert!(name.starts_with("Note on the session of"), "it is called “{name}”");
        page.sees("That is 312 letters.").await?;
        assert!(!page.ask::<bool>(&format!("return {KEPT}")).await?, "it is kept all the same");
        page.ask_with::<String>(WRITE, vec![json!(300)]).await?;
        page.sees_not("letters").await?;
        page.until("the shorter one is kept", KEPT).await
    })
    .await
}

#[tokio::test]
async fn a_missing_session_has_the_time_of_its_own_day() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.be_in("Europe/Berlin").await?;
        visit.open("#/history").await?;
        page.press("A session that is missing").await?;
        for (day, began) in [("2026-07-01", "[1782923400,120,"), ("2026-01-15", "[1768498200,60,")]
        {
            let typed =
                json!({ "missing-day": day, "missing-time": "18:30", "missing-minutes": "20" });
            page.ask_with::<bool>(FILL, vec![typed]).await?;
            page.press("Add it").await?;
            page.sees("It is added.").await?;
            let kept = format!("Object.values(localStorage).some((it) => it.includes('{began}'))");
            page.until("it is kept with the offset of that day", &kept).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_report_prints_on_two_pages_and_its_table_reads_back() -> Outcome {
    const SHOWN: &str = "const part = [...document.querySelectorAll('.report section')] \
        .find((it) => it.querySelector('h2').textContent === 'Movements'); \
        return part && part.querySelector('tbody').rows.length";
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        with_a_year(visit).await?;
        visit.open("#/progress/report").await?;
        page.sees("Written by the person themselves").await?;
        report.examine(page, "the report").await?;
        let sheets = printed_pages(page).await?;
        assert!((1..=2).contains(&sheets), "it takes {sheets} pages");
        page.ask::<bool>(SAVES).await?;
        page.press("Save it as a table").await?;
        page.until("a file is saved", "window.saved").await?;
        let table: String = page.ask("return window.saved").await?;
        let rows: Vec<Vec<&str>> = table.lines().map(|row| row.split(',').collect()).collect();
        let head = rows.iter().position(|row| row[0] == "Movement").context("no movements")?;
        let done: Vec<_> = rows[head + 1..].iter().take_while(|row| row.len() > 1).collect();
        assert_eq!(Some(done.len()), page.ask::<Option<usize>>(SHOWN).await?);
        assert!(done.iter().all(|row| row[1].parse::<u32>().is_ok()), "{done:?}");
        page.press("Save it as JSON").await?;
        page.until("the other file is saved", "window.saved.startsWith('{')").await?;
        let text: String = page.ask("return window.saved").await?;
        let parts = &serde_json::from_str::<Value>(&text)?["parts"];
        assert_eq!(parts["Movements"].as_array().map(Vec::len), Some(done.len()));
        assert!(parts["Flare days"].as_array().is_some_and(|it| !it.is_empty()), "{parts}");
        page.sees("Pain by place and side").await?;
        page.sees("the line is the average").await?;

        page.ask::<Option<bool>>(FULL).await?;
        page.reload().await?;
        page.sees("And 28 more, in the table and the JSON.").await?;
        let sheets = printed_pages(page).await?;
        assert!((1..=2).contains(&sheets), "with all that there can be it takes {sheets} pages");
        report.close()
    })
    .await
}

/// Every movement has been done, and all that is no reason to stop is ticked.
const FULL: &str = r#"
let count = 0;
for (const key of Object.keys(localStorage).filter((it) => it.startsWith("limber.sessions."))) {
  const month = JSON.parse(localStorage.getItem(key));
  for (const session of month.s) for (const done of session[8]) done[0] = 1 + (count++ % 44);
  localStorage.setItem(key, JSON.stringify(month));
}
const answers = JSON.parse(localStorage.getItem("limber.screening"));
answers.yes = ["leg-pain", "bones", "pregnancy", "a-severe", "a-night", "a-long", "a-first-late", "a-inflam",
  "hip-replacement-back", "hernia", "hypermobility", "glaucoma", "blood-pressure", "unsteady", "no-impact",
  "bending", "arching", "hip-pinch", "outer-hip", "sit-bone", "kneeling", "neck", "shoulder", "wrist"];
localStorage.setItem("limber.screening", JSON.stringify(answers));
"#;

async fn with_a_year(visit: &Visit) -> Result<()> {
    visit.has_kept(&places::a_year()).await
}

/// How many pages the page takes on paper.
async fn printed_pages(page: &Page) -> Result<usize> {
    let options = json!({ "printBackground": true, "paperWidth": 8.27, "paperHeight": 11.69 });
    let printed = page.driver().cdp().send_raw("Page.printToPDF", options).await?;
    let data = printed.get("data").and_then(Value::as_str).context("no PDF")?;
    let bytes = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, data)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.matches("/Type /Page\n").count().max(text.matches("/Type /Page ").count()))
}
