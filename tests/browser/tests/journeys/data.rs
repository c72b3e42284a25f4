//! What is kept goes out as a file, comes back, and goes away, and nothing of it is lost.

use limber_browser_tests::places::filled_history;
use limber_browser_tests::{Result, early, session};
use serde_json::{Value, json};

use crate::visit::{Outcome, Visit, first_journey, journey};

#[tokio::test]
async fn a_backup_moves_everything_to_an_empty_device() -> Outcome {
    let mut file = String::new();
    journey(async |visit| {
        visit.has_kept(&filled_history()).await?;
        visit.open("#/settings").await?;
        visit.page().press("Dark").await?;
        file = backup(visit).await?;
        visit.page().sees("Last backup: today").await
    })
    .await?;
    first_journey(async |visit| {
        choose(visit, &file).await?;
        visit.page().sees("4 sessions, none of them here yet").await?;
        assert_eq!(kept(visit).await?, json!({}), "looking changed something");
        visit.page().press("Bring it in").await?;
        visit.page().sees("Done. 4 sessions came in").await?;
        visit.open("#/history").await?;
        visit.page().sees("4 sessions").await?;
        // There was nothing here, so the settings came along.
        visit
            .page()
            .until("it is dark", "document.documentElement.dataset.theme === 'dark'")
            .await?;
        visit.page().reload().await?;
        visit.page().sees("4 sessions").await
    })
    .await
}

#[tokio::test]
async fn a_backup_that_comes_in_twice_doubles_nothing_and_loses_nothing() -> Outcome {
    journey(async |visit| {
        visit.has_kept(&filled_history()).await?;
        visit.open("").await?;
        let file = backup(visit).await?;
        visit.open("#/routines/desk-reset-2").await?;
        visit.page().press("Start").await?;
        session::do_a_little(visit.page()).await?;
        session::skip_to_the_end(visit.page()).await?;
        let before = kept(visit).await?;
        for _ in 0..2 {
            choose(visit, &file).await?;
            visit.page().sees("4 sessions, all of them here already").await?;
            visit.page().press("Bring it in").await?;
            visit.page().sees("No session was new").await?;
        }
        assert_eq!(kept(visit).await?, before);
        visit.open("#/history").await?;
        visit.page().sees("5 sessions").await
    })
    .await
}

#[tokio::test]
async fn a_file_that_is_no_backup_changes_nothing_and_says_so() -> Outcome {
    journey(async |visit| {
        visit.has_kept(&filled_history()).await?;
        visit.open("").await?;
        let before = kept(visit).await?;
        let newer = r#"{"app":"limber","v":2}"#;
        for (file, sentence) in [
            ("", "no backup of Limber"),
            ("{\"app\":\"limber\",\"v\":1,\"ma", "no backup of Limber"),
            ("{\"app\":\"other\"}", "no backup of Limber"),
            (newer, "from a newer Limber"),
        ] {
            choose(visit, file).await?;
            visit.page().sees(sentence).await?;
            assert!(!visit.page().offers("Bring it in").await?, "{file} was offered");
        }
        assert_eq!(kept(visit).await?, before);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_restore_that_fails_half_way_is_taken_back() -> Outcome {
    journey(async |visit| {
        visit.open("").await?;
        let month = |month: &str| (format!("sessions.{month}"), json!(filled_history()[0].1));
        let texts: serde_json::Map<_, _> =
            [month("2025-11"), month("2025-12")].into_iter().collect();
        let mut file =
            json!({ "app": "limber", "made": [1_764_000_000, 0], "texts": texts, "v": 1 });
        // A text that cannot be read comes along under another name, after the rest.
        file["texts"]["zzz"] = json!("?".repeat(100));
        choose(visit, &file.to_string()).await?;
        visit.page().sees("1 part of it cannot be read").await?;
        let before = kept(visit).await?;
        let full = "Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, { \
            apply(set, storage, [key, text]) { \
              if (text.startsWith('???')) throw new DOMException('full', 'QuotaExceededError'); \
              return set.call(storage, key, text) } })";
        let _: Value = visit.page().ask(full).await?;
        visit.page().press("Bring it in").await?;
        visit.page().sees("no room left for this page").await?;
        assert_eq!(kept(visit).await?, before);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_table_has_a_line_for_each_session() -> Outcome {
    journey(async |visit| {
        visit.has_kept(&filled_history()).await?;
        visit.open("#/data").await?;
        let table = visit.browser.saves("Save a table (CSV)", ".csv").await?;
        let lines: Vec<_> = table.lines().collect();
        assert_eq!(lines.len(), 5, "{table}");
        assert!(lines[0].starts_with("date,time,offset from UTC,routine"), "{table}");
        assert!(lines[1].starts_with("2025-11-24,"), "{table}");
        assert!(lines[1].contains("The five stretches,finished"), "{table}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_deleted_comes_back_until_the_page_is_left() -> Outcome {
    journey(async |visit| {
        visit.has_kept(&filled_history()).await?;
        visit.open("#/data").await?;
        let before = kept(visit).await?;
        visit.page().press("Delete everything").await?;
        visit.page().sees("Everything is deleted").await?;
        assert_eq!(kept(visit).await?, json!({}));
        visit.page().press("Undo").await?;
        visit
            .page()
            .wait("it is back", async || Ok((kept(visit).await? == before).then_some(())))
            .await?;
        visit.page().press("Delete everything").await?;
        visit.page().sees("Everything is deleted").await?;
        visit.page().reload().await?;
        visit.page().sees("There is no backup yet").await?;
        assert!(!visit.page().offers("Undo").await?);
        assert_eq!(kept(visit).await?, json!({}));
        Ok(())
    })
    .await
}

/// Makes a backup, and gives its text.
async fn backup(visit: &Visit) -> Result<String> {
    visit.open("#/data").await?;
    visit.browser.saves("Save a backup", ".json").await
}

/// Has a file with this text looked into.
async fn choose(visit: &Visit, text: &str) -> Result<()> {
    visit.page().before_each_page(early::FILE_CHOOSER).await?;
    visit.page().before_each_page(&format!("window.chosen = {}", json!(text))).await?;
    visit.open("#/data").await?;
    visit.page().reload().await?;
    visit.page().press("Choose a file").await
}

/// All that is kept, but for the time of the last backup.
async fn kept(visit: &Visit) -> Result<Value> {
    let script = "return Object.fromEntries(Object.entries(localStorage) \
        .filter(([key]) => key.startsWith('limber.') && key !== 'limber.backup'))";
    visit.page().ask(script).await
}
