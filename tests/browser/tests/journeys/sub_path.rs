//! The app lives where it is put, and asks nothing of any other computer.

use limber_browser_tests::Result;
use limber_browser_tests::browser::Navigation;
use limber_browser_tests::places::PLACES;
use limber_browser_tests::session;

use crate::visit::{Outcome, Visit, journey, journey_at};

const PATH: &str = "/some/app/";

#[tokio::test]
async fn the_app_works_under_a_sub_path_and_asks_no_other_host() -> Outcome {
    journey_at(PATH, Navigation::Loaded, async |visit| {
        for place in PLACES {
            visit.open(place.hash).await?;
            visit.page().has_heading(place.heading).await?;
            only_its_own(visit).await?;
        }
        visit.start_the_five().await?;
        session::do_a_little(visit.page()).await?;
        session::skip_to_the_end(visit.page()).await?;
        only_its_own(visit).await?;
        for asked in visit.site.asked() {
            assert!(asked.path.starts_with(PATH), "{asked:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_may_run_and_ask_for_nothing_that_is_not_its_own() -> Outcome {
    journey(async |visit| {
        visit.open("").await?;
        let script = "return (async () => { \
            const told = []; \
            document.addEventListener('securitypolicyviolation', (it) => told.push(it.effectiveDirective)); \
            await fetch('http://127.0.0.1:1/').catch(() => {}); \
            const script = document.createElement('script'); \
            try { script.textContent = 'window.ran = true' } catch { } \
            script.append(document.createTextNode('window.ran = true')); \
            try { document.head.append(script) } catch { } \
            const picture = new Image(); \
            picture.src = 'http://127.0.0.1:1/a.png'; \
            await new Promise((done) => setTimeout(done, 300)); \
            let runs; try { runs = new Function('return true')(); } catch { runs = false; } \
            return [window.ran ?? false, runs, ...told.sort()] })()";
        let answer: serde_json::Value = visit.page().ask(script).await?;
        let told = answer.to_string();
        assert!(told.starts_with("[false,false,"), "a foreign script ran: {told}");
        for refused in ["connect-src", "img-src", "require-trusted-types-for"] {
            assert!(told.contains(refused), "{refused} was not refused: {told}");
        }
        // The browser names each refusal.
        let _ = visit.page().errors().await?;
        Ok(())
    })
    .await
}

/// Nothing that this page loaded came from elsewhere.
async fn only_its_own(visit: &Visit) -> Result<()> {
    let script = "return performance.getEntriesByType('resource').map((it) => it.name)";
    let loaded: Vec<String> = visit.page().ask(script).await?;
    let address = visit.site.address();
    assert!(!loaded.is_empty(), "not even the app was loaded");
    for name in loaded {
        assert!(name.starts_with(address), "{name}");
    }
    Ok(())
}
