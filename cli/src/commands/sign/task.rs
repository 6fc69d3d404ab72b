//! One file, signed and put in its place.

use std::{
    fs::{self, File},
    io::BufReader,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

use hallmark::{
    credentials::sign::{
        Input, Options, PixelBinding, SignError, Signatory, Signed, Target, Variables, sign,
    },
    limits::Limits,
    verdict::{Policy, judge},
    watermark::Key,
};

use super::{
    outcome::{Outcome, SignedFile},
    place::{Draft, PlaceError, explain},
    plan::Step,
};

/// What every file of the run is signed with.
pub(super) struct Task<'a> {
    pub(super) signatory: &'a Signatory<'a>,
    pub(super) options: &'a Options,
    pub(super) variables: &'a Variables,
    pub(super) parent: Option<&'a Path>,
    pub(super) components: &'a [PathBuf],
    pub(super) policy: Policy<'a>,
    /// Keys of marks to bind; `None`: the pixels are not bound.
    pub(super) bind: Option<Vec<Key>>,
    pub(super) overwrite: bool,
    pub(super) in_place: bool,
}

/// Why one file was not signed.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Sign(#[from] SignError),
    #[error(transparent)]
    Place(#[from] PlaceError),
    #[error("{0}")]
    Other(String),
}

impl Task<'_> {
    /// Signs one file. Whatever goes wrong concerns this file alone, and leaves nothing behind.
    pub(super) fn run(&self, step: &Step) -> Outcome {
        let result = catch_unwind(AssertUnwindSafe(|| self.sign(step)));
        let failed = |error: String| Outcome::Failed {
            input: step.input.clone(),
            error,
        };
        match result {
            Ok(Ok(file)) => Outcome::Signed(Box::new(file)),
            Ok(Err(Failure::Sign(SignError::NotMedia))) if step.walked => Outcome::NotMedia,
            Ok(Err(Failure::Sign(SignError::Io { action, error }))) => {
                failed(format!("{action}: {}", explain(&error)))
            }
            Ok(Err(error)) => failed(error.to_string()),
            Err(_) => failed(
                "an internal error; please report it, with the file if you may share it".to_owned(),
            ),
        }
    }

    fn sign(&self, step: &Step) -> Result<SignedFile, Failure> {
        self.check_step(step)?;
        let mut asset = open(&step.input)?;
        let metadata = asset
            .get_ref()
            .metadata()
            .map_err(|error| unreadable(&step.input, &error))?;
        if self.in_place && metadata.permissions().readonly() {
            return Err(Failure::Other(
                "it is read-only; make it writable, or sign into another place with -o".to_owned(),
            ));
        }
        let bound = self.bound(&mut asset, metadata.len(), &step.input)?;
        let options = bound.as_ref().unwrap_or(self.options);
        let mut parent = self
            .parent
            .map(|path| Ok::<_, Failure>((name(path), open(path)?)))
            .transpose()?;
        let mut components = self
            .components
            .iter()
            .map(|path| Ok((name(path), open(path)?)))
            .collect::<Result<Vec<_>, Failure>>()?;
        let mut components: Vec<Input<'_>> = components
            .iter_mut()
            .map(|(name, stream)| Input { name, stream })
            .collect();
        let mut draft = step.output.as_deref().map(Draft::begin).transpose()?;
        // Without an output, the asset stays; its copy is only needed to compute the hash.
        let mut copy = match &draft {
            Some(_) => None,
            None => Some(tempfile::tempfile().map_err(|error| {
                Failure::Other(format!("no temporary file: {}", explain(&error)))
            })?),
        };
        let target: &mut dyn Target = match (&mut draft, &mut copy) {
            (Some(draft), _) => draft.file(),
            (None, Some(copy)) => copy,
            (None, None) => return Err(Failure::Other("no place to write to".to_owned())),
        };

        let file_name = name(&step.input);
        let signed = sign(
            &mut Input {
                name: &file_name,
                stream: &mut asset,
            },
            parent
                .as_mut()
                .map(|(name, stream)| Input { name, stream })
                .as_mut(),
            &mut components,
            target,
            options,
            &self.variables_for(&step.input),
            self.signatory,
        )?;
        if let Some(draft) = draft {
            let existed = draft.place().exists();
            let place = draft.place().to_owned();
            draft.finish(
                Some(metadata.permissions()),
                self.overwrite || self.in_place,
            )?;
            if let Err(error) = self.write_sidecar(step, &signed) {
                // The copy is worth nothing without its manifest; what lay there before is gone.
                if !existed {
                    let _ = fs::remove_file(place);
                }
                return Err(error);
            }
        } else {
            self.write_sidecar(step, &signed)?;
        }
        let trusted = judge(signed.evidence.clone(), &self.policy)
            .credentials
            .trust;
        Ok(SignedFile {
            input: step.input.clone(),
            output: step.output.clone(),
            sidecar: step.sidecar.clone(),
            trusted: trusted.map(|vouching| vouching.pack),
            signed,
        })
    }

    /// The options with this file's pixels, if they are to be bound.
    fn bound(
        &self,
        asset: &mut BufReader<File>,
        length: u64,
        path: &Path,
    ) -> Result<Option<Options>, Failure> {
        let Some(keys) = &self.bind else {
            return Ok(None);
        };
        let pixels = PixelBinding::found_in(asset, length, keys, &Limits::default())
            .map_err(|error| unreadable(path, &error))?
            .ok_or_else(|| {
                Failure::Other("it has no pixels that can be read; leave --bind out".to_owned())
            })?;
        Ok(Some(Options {
            pixels: Some(pixels),
            ..self.options.clone()
        }))
    }

    /// What can be refused before anything is read.
    fn check_step(&self, step: &Step) -> Result<(), Failure> {
        if let Some((code, detail)) = &step.problem {
            let detail = if detail.is_empty() {
                "it is no regular file"
            } else {
                detail
            };
            return Err(Failure::Other(format!(
                "cannot be opened: {detail} [{code}]"
            )));
        }
        if let Some(present) = &step.present_sidecar
            && !self.overwrite
        {
            return Err(Failure::Other(format!(
                "its credential lies in {}, and the new one would not continue it; sign the \
                 original without a sidecar, or add --force to begin anew",
                present.display()
            )));
        }
        if self.overwrite || self.in_place {
            return Ok(());
        }
        match step
            .output
            .iter()
            .chain(&step.sidecar)
            .find(|place| place.exists())
        {
            Some(place) => Err(PlaceError::Exists(place.clone()).into()),
            None => Ok(()),
        }
    }

    fn write_sidecar(&self, step: &Step, signed: &Signed) -> Result<(), Failure> {
        let Some(place) = &step.sidecar else {
            return Ok(());
        };
        let mut draft = Draft::begin(place)?;
        draft.write(&signed.store)?;
        let permissions = fs::metadata(&step.input)
            .ok()
            .map(|metadata| metadata.permissions());
        draft.finish(permissions, self.overwrite)?;
        Ok(())
    }

    fn variables_for(&self, input: &Path) -> Variables {
        let mut variables = self.variables.clone();
        let text = |part: Option<&std::ffi::OsStr>| {
            part.map(|part| part.to_string_lossy().into_owned())
                .unwrap_or_default()
        };
        for (name, value) in [
            ("file_name", text(input.file_name())),
            ("file_stem", text(input.file_stem())),
            ("extension", text(input.extension())),
        ] {
            variables.entry(name.to_owned()).or_insert(value);
        }
        variables
    }
}

fn open(path: &Path) -> Result<BufReader<File>, Failure> {
    File::open(path)
        .map(BufReader::new)
        .map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Other(format!(
        "{} cannot be read: {}",
        path.display(),
        explain(error)
    ))
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
