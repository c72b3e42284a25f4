//! A table as text, for a spreadsheet.
//!
//! Of our own, since `csv` adds 23 kB on the wire to an empty module, and this is all that is used of it.

use time::{Date, UtcOffset};

/// Rows of cells as comma-separated values, by RFC 4180 <https://www.rfc-editor.org/rfc/rfc4180>.
#[must_use]
pub fn csv(rows: &[Vec<String>]) -> String {
    rows.iter()
        .map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n")
        .collect()
}

/// Such as `2026-11-25`.
#[must_use]
pub fn iso_date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// Such as `+01:00`.
#[must_use]
pub fn iso_offset(offset: UtcOffset) -> String {
    let minutes = offset.whole_minutes();
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], line: &str) {
        assert_eq!(csv(&[cells.iter().map(ToString::to_string).collect()]), line);
    }

    #[test]
    fn cells_are_parted_by_commas() {
        check(&["2026-11-25", "", "90"], "2026-11-25,,90\r\n");
    }

    #[test]
    fn a_cell_with_a_comma_a_quote_or_a_line_break_is_quoted() {
        check(
            &["a,b", "say \"hm\"", "two\nlines"],
            "\"a,b\",\"say \"\"hm\"\"\",\"two\nlines\"\r\n",
        );
    }
}
