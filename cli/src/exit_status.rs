//! How the program ends: few codes, each with one meaning.

use std::process::ExitCode;

/// How a command ended. Scripts rely on the numbers.
///
/// When several apply, the worst decides: see [`ExitStatus::merge`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ExitStatus {
    /// Everything was done, and the policy was met.
    #[default]
    Done,
    /// Everything was done, and `--fail-on` names something that was found.
    PolicyFinding,
    /// The command was not understood, or its settings cannot be used.
    Usage,
    /// Some inputs could not be checked.
    Incomplete,
    /// Interrupted by the user; what was in hand is finished and written.
    Interrupted,
}

impl ExitStatus {
    /// The number that the operating system sees.
    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::PolicyFinding => 1,
            Self::Usage => 2,
            Self::Incomplete => 3,
            Self::Interrupted => 130,
        }
    }

    /// The status of two things done together: interrupted, else 2 > 3 > 1 > 0.
    #[must_use]
    pub(crate) fn merge(self, other: Self) -> Self {
        if self.rank() >= other.rank() {
            self
        } else {
            other
        }
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::PolicyFinding => 1,
            Self::Incomplete => 2,
            Self::Usage => 3,
            Self::Interrupted => 4,
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status.number())
    }
}

#[cfg(test)]
mod tests {
    use super::ExitStatus::{Done, Incomplete, Interrupted, PolicyFinding, Usage};

    #[test]
    fn worst_decides_in_either_order() {
        let from_mild_to_grave = [Done, PolicyFinding, Incomplete, Usage, Interrupted];
        for (index, mild) in from_mild_to_grave.iter().enumerate() {
            for grave in &from_mild_to_grave[index..] {
                assert_eq!(mild.merge(*grave), *grave);
                assert_eq!(grave.merge(*mild), *grave);
            }
        }
    }

    #[test]
    fn numbers_are_the_documented_ones() {
        let numbers =
            [Done, PolicyFinding, Usage, Incomplete, Interrupted].map(super::ExitStatus::number);
        assert_eq!(numbers, [0, 1, 2, 3, 130]);
    }
}
