//! Which files are signed, and where each result goes. Decided as a whole before anything is
//! written, so that no result can become the input of another, or take another's place.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::bail;
use globset::GlobSet;
use hallmark::evidence::Code;

use crate::walk::Walk;

use super::arguments::Destination;

/// Extension of manifest stores that lie beside their asset.
const SIDECAR: &str = "c2pa";

/// One file to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::commands) struct Step {
    /// The file.
    pub(in crate::commands) input: PathBuf,
    /// Where the signed file goes; `None` when the file stays and only a sidecar is written.
    pub(in crate::commands) output: Option<PathBuf>,
    /// Where the sidecar goes, if one is wanted.
    pub(in crate::commands) sidecar: Option<PathBuf>,
    /// A sidecar that the file already has.
    pub(in crate::commands) present_sidecar: Option<PathBuf>,
    /// It was found in a folder, not named.
    pub(in crate::commands) walked: bool,
    /// Why it cannot be opened.
    pub(in crate::commands) problem: Option<(Code, String)>,
}

/// Plans what goes where.
///
/// # Errors
/// When inputs and destination do not fit together: two results in one place, a result over an
/// input, many files into one.
pub(in crate::commands) fn plan(
    inputs: &[PathBuf],
    destination: &Destination,
    sidecar: bool,
) -> anyhow::Result<Vec<Step>> {
    let folder = output_folder(inputs, destination)?;
    let mut steps = Vec::new();
    for input in inputs {
        let walk = Walk::new(std::iter::once(input.clone()), GlobSet::empty(), None);
        for found in walk {
            if folder.is_some() && !found.named && lies_in(&found.path, folder.as_deref()) {
                continue;
            }
            let output = match destination {
                Destination::Beside => None,
                // Follows links: the file is replaced, not the name that leads to it.
                Destination::InPlace => {
                    Some(fs::canonicalize(&found.path).unwrap_or_else(|_| found.path.clone()))
                }
                Destination::To(output) => Some(match &folder {
                    Some(folder) => folder.join(relative(&found.path, input)),
                    None => output.clone(),
                }),
            };
            let beside = output.as_deref().unwrap_or(&found.path);
            steps.push(Step {
                sidecar: sidecar.then(|| sidecar_of(beside)),
                output,
                present_sidecar: found.sidecar,
                walked: !found.named,
                problem: found.problem,
                input: found.path,
            });
        }
    }
    check_places(&steps, destination)?;
    Ok(steps)
}

/// The folder into which results go, or `None` when one file goes to one named place.
fn output_folder(inputs: &[PathBuf], destination: &Destination) -> anyhow::Result<Option<PathBuf>> {
    let Destination::To(output) = destination else {
        return Ok(None);
    };
    let several = inputs.len() > 1 || inputs.iter().any(|input| input.is_dir());
    let shown = output.display();
    if output.is_dir() {
        return Ok(Some(output.clone()));
    }
    if output.exists() && several {
        bail!("{shown} is a file, and there are several files to sign; name a folder with -o");
    }
    let text = output.as_os_str().as_encoded_bytes();
    let ends_as_folder = text
        .last()
        .is_some_and(|byte| *byte == b'/' || *byte == b'\\');
    Ok((several || ends_as_folder).then(|| output.clone()))
}

/// The path of `found` below the folder that was named, or its file name when it was named itself.
fn relative(found: &Path, input: &Path) -> PathBuf {
    match found.strip_prefix(input) {
        Ok(below) if !below.as_os_str().is_empty() => below.to_owned(),
        _ => found
            .file_name()
            .map_or_else(|| found.to_owned(), PathBuf::from),
    }
}

/// Whether a file lies in the output folder: a result of an earlier run.
fn lies_in(path: &Path, folder: Option<&Path>) -> bool {
    let canonical = |path: &Path| fs::canonicalize(path).ok();
    match (canonical(path), folder.and_then(canonical)) {
        (Some(path), Some(folder)) => path.starts_with(folder),
        _ => false,
    }
}

fn check_places(steps: &[Step], destination: &Destination) -> anyhow::Result<()> {
    let inputs: HashSet<PathBuf> = steps
        .iter()
        .filter_map(|step| fs::canonicalize(&step.input).ok())
        .collect();
    let mut taken: HashMap<PathBuf, &Path> = HashMap::new();
    for step in steps {
        for place in step.output.iter().chain(&step.sidecar) {
            if let Some(other) = taken.insert(place.clone(), &step.input) {
                bail!(
                    "{} and {} would both become {}; sign them into different folders",
                    other.display(),
                    step.input.display(),
                    place.display()
                );
            }
            let over_input = *destination != Destination::InPlace
                && fs::canonicalize(place).is_ok_and(|place| inputs.contains(&place));
            if over_input {
                bail!(
                    "{} is one of the files to sign; add --in-place to replace it, or name another \
                     place with -o",
                    place.display()
                );
            }
        }
    }
    Ok(())
}

/// `photo.jpg` has its manifest in `photo.jpg.c2pa`: the name that no other asset can claim, and
/// the first that `check` looks for.
fn sidecar_of(asset: &Path) -> PathBuf {
    let mut name = asset.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(SIDECAR);
    asset.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, b"x").unwrap();
        }
        folder
    }

    #[test]
    fn one_file_goes_where_it_is_told() {
        let folder = folder_with(&["a.jpg"]);
        let input = folder.path().join("a.jpg");
        let output = folder.path().join("b.jpg");
        let steps = plan(
            std::slice::from_ref(&input),
            &Destination::To(output.clone()),
            false,
        )
        .unwrap();
        assert_eq!(steps[0].output.as_ref(), Some(&output));
        let existing = Destination::To(folder.path().to_owned());
        let error = plan(std::slice::from_ref(&input), &existing, false).unwrap_err();
        assert!(error.to_string().contains("--in-place"), "{error}");
        let new = Destination::To(folder.path().join("new/"));
        let steps = plan(&[input], &new, false).unwrap();
        assert_eq!(steps[0].output, Some(folder.path().join("new/a.jpg")));
    }

    #[test]
    fn a_folder_keeps_its_structure_and_skips_earlier_results() {
        let folder = folder_with(&["in/a.jpg", "in/deep/a.jpg", "in/out/old.jpg"]);
        let output = folder.path().join("in/out");
        let steps = plan(
            &[folder.path().join("in")],
            &Destination::To(output.clone()),
            false,
        )
        .unwrap();
        let outputs: Vec<_> = steps
            .iter()
            .map(|step| step.output.clone().unwrap())
            .collect();
        assert_eq!(outputs, [output.join("a.jpg"), output.join("deep/a.jpg")]);
    }

    #[test]
    fn two_results_in_one_place_are_refused() {
        let folder = folder_with(&["one/a.jpg", "two/a.jpg", "out.jpg"]);
        let inputs = [
            folder.path().join("one/a.jpg"),
            folder.path().join("two/a.jpg"),
        ];
        let error = plan(&inputs, &Destination::To(folder.path().join("out")), false).unwrap_err();
        assert!(error.to_string().contains("would both become"), "{error}");
        let file = Destination::To(folder.path().join("out.jpg"));
        assert!(
            plan(&inputs, &file, false)
                .unwrap_err()
                .to_string()
                .contains("is a file")
        );
    }

    #[test]
    fn sidecars_lie_beside_what_they_describe() {
        let folder = folder_with(&["a.jpg", "a.png"]);
        let inputs = [folder.path().join("a.jpg"), folder.path().join("a.png")];
        let steps = plan(&inputs, &Destination::Beside, true).unwrap();
        assert_eq!(steps[0].output, None);
        assert_eq!(steps[0].sidecar, Some(folder.path().join("a.jpg.c2pa")));
        assert_eq!(steps[1].sidecar, Some(folder.path().join("a.png.c2pa")));
    }
}
