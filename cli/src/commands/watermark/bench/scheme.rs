//! The watermark under test: ours, or another one behind two commands.

use std::path::Path;

use anyhow::{Context, bail};
use hallmark::watermark::{DetectSettings, EmbedSettings, Key, Payload, detect, embed_in_place};
use image::{DynamicImage, RgbImage};
use tempfile::TempDir;

use crate::commands::sign::command::shell;

/// A watermark that can be written and read.
pub(super) trait Scheme: Send + Sync {
    /// What it is called.
    fn name(&self) -> &str;
    /// Bits of its payload, at most 64.
    fn bits(&self) -> u32;
    /// A marked copy.
    fn embed(&self, picture: &RgbImage, payload: Payload) -> anyhow::Result<RgbImage>;
    /// The payload of a picture, if it carries one that can be read.
    fn detect(&self, picture: &RgbImage) -> anyhow::Result<Option<Payload>>;
}

/// The watermark of hallmark, with one key.
pub(super) struct Ours {
    keys: [Key; 1],
}

impl Ours {
    pub(super) const fn new(key: Key) -> Self {
        Self { keys: [key] }
    }
}

impl Scheme for Ours {
    fn name(&self) -> &'static str {
        hallmark::watermark::SCHEME
    }

    fn bits(&self) -> u32 {
        64
    }

    fn embed(&self, picture: &RgbImage, payload: Payload) -> anyhow::Result<RgbImage> {
        let mut image = DynamicImage::ImageRgb8(picture.clone());
        let [key] = &self.keys;
        embed_in_place(&mut image, payload, key, &EmbedSettings::default())?;
        Ok(image.into_rgb8())
    }

    fn detect(&self, picture: &RgbImage) -> anyhow::Result<Option<Payload>> {
        let image = DynamicImage::ImageRgb8(picture.clone());
        // What is too small to look at carries nothing that can be read.
        let found = detect(&image, &self.keys, &DetectSettings::default());
        Ok(found.ok().and_then(|found| found.marks.first()?.payload))
    }
}

/// Another watermark, behind a command that writes and one that reads.
pub(super) struct Commands {
    embed: String,
    detect: String,
    bits: u32,
    scratch: TempDir,
}

impl Commands {
    pub(super) fn new(embed: &str, detect: &str, bits: u32) -> anyhow::Result<Self> {
        for (line, needs) in [(embed, "{out}"), (detect, "{in}")] {
            if !line.contains(needs) {
                bail!("the command '{line}' does not say {needs}");
            }
        }
        Ok(Self {
            embed: embed.to_owned(),
            detect: detect.to_owned(),
            bits,
            scratch: tempfile::tempdir().context("there is no room for scratch files")?,
        })
    }

    /// Runs a command over a picture; its standard output, and the folder of its files.
    fn run(
        &self,
        line: &str,
        picture: &RgbImage,
        payload: &str,
    ) -> anyhow::Result<(String, TempDir)> {
        let folder = TempDir::new_in(self.scratch.path())?;
        let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        picture.save(path("in.png"))?;
        let line = line
            .replace("{in}", &path("in.png"))
            .replace("{out}", &path("out.png"))
            .replace("{payload}", payload);
        let output = shell(&line)
            .output()
            .with_context(|| format!("'{line}' cannot be started"))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("'{line}' ended with {}: {}", output.status, said.trim());
        }
        Ok((String::from_utf8_lossy(&output.stdout).into_owned(), folder))
    }
}

impl Scheme for Commands {
    fn name(&self) -> &str {
        &self.embed
    }

    fn bits(&self) -> u32 {
        self.bits
    }

    fn embed(&self, picture: &RgbImage, payload: Payload) -> anyhow::Result<RgbImage> {
        let (_, folder) = self.run(&self.embed, picture, &payload.to_string())?;
        open(&folder.path().join("out.png"))
    }

    fn detect(&self, picture: &RgbImage) -> anyhow::Result<Option<Payload>> {
        let (said, _) = self.run(&self.detect, picture, "")?;
        let said = said.trim();
        if said.is_empty() {
            return Ok(None);
        }
        let bits = u64::from_str_radix(said.trim_start_matches("0x"), 16)
            .with_context(|| format!("the reading command said '{said}', no hexadecimal number"))?;
        Ok(Some(Payload::new(bits)))
    }
}

/// A picture that a program wrote.
pub(super) fn open(path: &Path) -> anyhow::Result<RgbImage> {
    let image = image::open(path).with_context(|| format!("{} is no picture", path.display()))?;
    Ok(image.to_rgb8())
}
