//! A contact sheet: the figures of all movements in one picture, as the built app draws them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};
use serde::Deserialize;

use crate::device::{Light, Screen};
use crate::page::Page;
use crate::site::Site;

const SCRIPT: &str = include_str!("figure_sheet.js");
/// Wide enough for two movements beside each other; its length is as it comes.
const SCREEN: Screen = Screen { name: "sheet", width: 1160, height: 900, density: 1, touch: false };
/// A channel of a pixel that is further off than this is another colour: browsers smooth edges each in
/// their own way.
const SAME_COLOUR: u8 = 48;
/// Colours are kept in steps of so many, which halves the file and is less than the eye sees.
const STEP: u8 = 8;
/// Which share of a cell's pixels may be of another colour. A limb that moved by a twentieth of the figure
/// is well above that.
pub const TOLERANCE: f64 = 0.01;

/// One picture on the sheet, in pixels from its corner.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Cell {
    /// The movement and the moment.
    pub name: String,
    pub left: usize,
    pub top: usize,
    pub width: usize,
    pub height: usize,
}

pub struct Sheet {
    pub png: Vec<u8>,
    pub cells: Vec<Cell>,
}

/// Where the sheet is kept that others are compared with.
#[must_use]
pub fn reference(light: Light) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("figures").join(format!("{}.png", light.name()))
}

/// Turns to every movement's page and puts what its figure shows at the start, in the hold and in the hold
/// of the other side on one sheet, with the hold once more as small as in lists.
///
/// # Errors
/// Where a figure does not come.
pub async fn take(page: &Page, site: &Site, light: Light) -> Result<Sheet> {
    page.show_on(SCREEN).await?;
    page.light_up(light).await?;
    page.navigate(&format!("{}#/movements", site.address())).await?;
    // The page may be one that has become a sheet.
    page.reload().await?;
    let ids: Vec<String> = page
        .ask("return [...document.querySelectorAll('a.row')].map((it) => it.hash.split('/').pop())")
        .await?;
    ensure!(!ids.is_empty(), "there are no movements");
    let cells = page.ask_with(SCRIPT, vec![serde_json::json!(ids)]).await?;
    let picture = Pixels::of(&page.long_picture().await?)?;
    Ok(Sheet { png: picture.packed()?, cells })
}

/// Which share of the pixels of a picture is of another colour in another one of its size.
///
/// # Errors
/// Where one is no picture.
pub fn unlike(some: &[u8], others: &[u8]) -> Result<f64> {
    let (some, others) = (Pixels::of(some)?, Pixels::of(others)?);
    let (width, height) = (some.width, some.height);
    Ok(some.share_off(&others, &Cell { name: String::new(), left: 0, top: 0, width, height }))
}

/// The cells in which `sheet` shows something else than the picture `reference`, each with its share of
/// pixels that differ.
///
/// # Errors
/// Where one is no picture, or they are not of one size: then a movement is new, or gone.
pub fn differences(sheet: &Sheet, reference: &[u8]) -> Result<Vec<(String, f64)>> {
    let (now, before) = (Pixels::of(&sheet.png)?, Pixels::of(reference)?);
    ensure!(
        (now.width, now.height) == (before.width, before.height),
        "the sheet is {} x {} now and was {} x {}",
        now.width,
        now.height,
        before.width,
        before.height
    );
    let shares = sheet.cells.iter().map(|cell| (cell.name.clone(), now.share_off(&before, cell)));
    Ok(shares.filter(|(_, share)| *share > TOLERANCE).collect())
}

/// A picture as red, green and blue.
struct Pixels {
    width: usize,
    height: usize,
    channels: usize,
    bytes: Vec<u8>,
}

impl Pixels {
    fn of(png: &[u8]) -> Result<Self> {
        let mut decoder = Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().context("it is no picture")?;
        let size = reader.output_buffer_size().context("the picture is too large")?;
        let mut bytes = vec![0; size];
        let info = reader.next_frame(&mut bytes).context("the picture breaks off")?;
        let channels = match info.color_type {
            ColorType::Rgb => 3,
            ColorType::Rgba => 4,
            other => anyhow::bail!("a picture of another kind: {other:?}"),
        };
        Ok(Self {
            width: usize::try_from(info.width)?,
            height: usize::try_from(info.height)?,
            channels,
            bytes,
        })
    }

    /// As a small file.
    fn packed(&self) -> Result<Vec<u8>> {
        let mut file = vec![];
        let (width, height) = (u32::try_from(self.width)?, u32::try_from(self.height)?);
        let mut encoder = Encoder::new(&mut file, width, height);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::High);
        let pixels = self.bytes.chunks(self.channels);
        let rounded: Vec<u8> = pixels
            .flat_map(|it| &it[..3])
            .map(|it| it.saturating_add(STEP / 2) / STEP * STEP)
            .collect();
        let mut writer = encoder.write_header().context("no picture can be written")?;
        writer.write_image_data(&rounded).context("no picture can be written")?;
        writer.finish().context("no picture can be written")?;
        Ok(file)
    }

    fn at(&self, x: usize, y: usize) -> Option<&[u8]> {
        self.bytes.get((y * self.width + x) * self.channels..)?.get(..3)
    }

    /// Which share of the cell's pixels is of another colour in `other`.
    fn share_off(&self, other: &Self, cell: &Cell) -> f64 {
        let is_off = |x, y| match (self.at(x, y), other.at(x, y)) {
            (Some(a), Some(b)) => a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > SAME_COLOUR),
            _ => true,
        };
        let rows = cell.top..cell.top + cell.height;
        let places = rows.flat_map(|y| (cell.left..cell.left + cell.width).map(move |x| (x, y)));
        let off = places.filter(|&(x, y)| is_off(x, y)).count();
        share(off, cell.width * cell.height)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a cell has thousands of pixels")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey picture of 20 by 10 with so many white pixels from its corner on.
    fn picture(white: usize) -> Vec<u8> {
        let shade = |index: usize| if index < white { 255 } else { 90 };
        let bytes = (0..200).flat_map(|index| [shade(index); 3]).collect();
        let pixels = Pixels { width: 20, height: 10, channels: 3, bytes };
        pixels.packed().expect("a file")
    }

    #[track_caller]
    fn check(white: usize, expected: &[f64]) {
        let cell =
            |name: &str, top| Cell { name: name.to_owned(), left: 0, top, width: 20, height: 5 };
        let sheet = Sheet { png: picture(white), cells: vec![cell("upper", 0), cell("lower", 5)] };
        let found = differences(&sheet, &picture(0)).expect("two pictures");
        let shares: Vec<_> = found.iter().map(|(_, share)| *share).collect();
        assert_eq!(shares, expected);
    }

    #[test]
    fn a_cell_that_changed_is_told_and_a_trifle_is_not() {
        check(0, &[]);
        check(1, &[]);
        check(2, &[0.02]);
        check(150, &[1.0, 0.5]);
    }

    #[test]
    fn sheets_of_two_sizes_are_not_compared() {
        let sheet = Sheet { png: picture(0), cells: vec![] };
        assert!(differences(&sheet, b"no picture").is_err());
    }
}
