//! Wakes the page once, after a while. Throttled pages are woken late; nothing here counts on it.

use std::time::Duration;

use gloo_timers::callback::Timeout;

/// A call to come. It is called off when this is dropped.
#[must_use]
pub struct Wake(#[expect(dead_code, reason = "kept for its drop")] Timeout);

/// Calls `then` once, `delay` from now.
pub fn after(delay: Duration, then: impl FnOnce() + 'static) -> Wake {
    // Timers take up to 2^31 - 1 milliseconds and fire at once beyond that.
    let millis = u32::try_from(delay.as_millis()).unwrap_or(u32::MAX).min(i32::MAX as u32);
    Wake(Timeout::new(millis, then))
}
