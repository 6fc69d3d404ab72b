//! Trust material: dated, named packs of anchors by purpose.

/// Everything that a run trusts.
#[derive(Clone, Debug, Default)]
pub struct TrustStore {}
