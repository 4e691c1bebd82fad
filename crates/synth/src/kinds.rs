//! What hotspots are, and how often: made up in the words of the vocabularies.

use crate::{places::Origin, shares::Shares};
use terrikon_core::{Date, Kind, PositionKind, Status, Trust, Validity};

/// Something within a kind, with what it may emit.
#[derive(Debug)]
pub(crate) struct Sort {
    /// The finer word; some have none.
    pub(crate) subkind: Option<&'static str>,
    /// Codes, in the order in which they are listed.
    pub(crate) pollutants: &'static [&'static str],
}

const fn sort(subkind: &'static str, pollutants: &'static [&'static str]) -> Sort {
    Sort { subkind: Some(subkind), pollutants }
}

const UNNAMED: Sort = Sort { subkind: None, pollutants: &[] };

/// The kinds of an origin.
pub(crate) fn kinds(origin: Origin) -> &'static Shares<Kind> {
    match origin {
        Origin::Town => &[
            (48, Kind::Dump),
            (16, Kind::Tailings),
            (14, Kind::IndustrialTown),
            (14, Kind::Other),
            (3, Kind::Lake),
            (5, Kind::River),
        ],
        Origin::River => &[(60, Kind::River), (20, Kind::Dump), (15, Kind::Tailings), (5, Kind::Other)],
        Origin::Thin => &[(35, Kind::Dump), (35, Kind::Other), (15, Kind::Tailings), (15, Kind::Lake)],
    }
}

/// The sorts of a kind.
pub(crate) fn sorts(kind: Kind) -> &'static Shares<Sort> {
    const AIR: &[&str] = &["PM2.5", "PM10", "NO2", "SO2", "H2S", "CO", "phenol", "Pb"];
    match kind {
        Kind::Tailings => {
            const {
                &[
                    (30, sort("uranium", &["U", "Ra-226", "Th-230"])),
                    (25, sort("polymetallic", &["Pb", "Zn", "Cd", "Cu", "As"])),
                    (20, sort("gold", &["cyanide", "As", "Hg"])),
                    (10, sort("copper", &["Cu", "Mo"])),
                    (10, sort("ash", &["coal ash"])),
                    (5, UNNAMED),
                ]
            }
        }
        Kind::Dump => {
            const {
                &[
                    (70, sort("municipal", &["municipal waste"])),
                    (15, sort("coal", &["dust"])),
                    (6, sort("uranium", &["U"])),
                    (4, sort("asbestos", &["asbestos"])),
                    (5, UNNAMED),
                ]
            }
        }
        Kind::River => {
            const {
                &[
                    (60, sort("heavy_metals", &["Cu", "Zn", "Mn", "Fe", "Pb"])),
                    (15, sort("mercury", &["Hg"])),
                    (10, sort("chromium", &["Cr-VI", "B"])),
                    (15, UNNAMED),
                ]
            }
        }
        Kind::Lake => {
            const {
                &[
                    (50, sort("copper", &["Cu", "Pb", "As", "Cd"])),
                    (25, sort("salt", &["salt dust", "pesticides"])),
                    (10, sort("mercury", &["Hg"])),
                    (15, UNNAMED),
                ]
            }
        }
        Kind::IndustrialTown => const { &[(95, sort("air", AIR)), (5, UNNAMED)] },
        Kind::Other => {
            const {
                &[
                    (90, sort("mine", &["Cu", "Pb", "Zn", "As", "dust"])),
                    (5, sort("test_site", &["Cs-137", "Sr-90", "Pu-239/240"])),
                    (5, UNNAMED),
                ]
            }
        }
    }
}

/// What goes on there.
pub(crate) const STATUSES: &Shares<Status> = &[
    (50, Status::Active),
    (20, Status::Unknown),
    (12, Status::Closed),
    (3, Status::Contained),
    (3, Status::Monitored),
    (4, Status::PlannedRemediation),
    (3, Status::UnderRemediation),
    (3, Status::PartlyRemediated),
    (2, Status::Remediated),
];

/// How far it would be backed.
pub(crate) const TRUSTS: &Shares<Trust> =
    &[(60, Trust::Sourced), (28, Trust::Partly), (12, Trust::Unverified)];

/// How its position would be known.
pub(crate) const POSITION_KINDS: &Shares<PositionKind> = &[
    (30, PositionKind::Site),
    (20, PositionKind::Digitised),
    (40, PositionKind::TownCentroid),
    (10, PositionKind::AreaCentroid),
];

/// How far off a position of a kind may be, metres.
pub(crate) const fn accuracies(kind: PositionKind) -> &'static [u32] {
    match kind {
        PositionKind::Site => &[100, 300, 500, 1_000, 2_000],
        PositionKind::Digitised => &[500, 1_000, 2_000, 5_000],
        PositionKind::TownCentroid => &[3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 12_000],
        PositionKind::AreaCentroid => &[10_000, 15_000, 20_000, 25_000, 50_000],
    }
}

/// When those few hold that do not always: six days in all, so that there are few epochs to draw.
pub(crate) const VALIDITIES: &Shares<Validity> = {
    const fn day(year: i16, month: i8) -> Option<Date> {
        Some(Date::constant(year, month, 1))
    }
    &[
        (20, Validity { valid_from: day(2015, 1), valid_to: None }),
        (20, Validity { valid_from: day(2019, 7), valid_to: None }),
        (10, Validity { valid_from: day(2021, 1), valid_to: None }),
        (20, Validity { valid_from: None, valid_to: day(2023, 1) }),
        (10, Validity { valid_from: None, valid_to: day(2024, 7) }),
        (10, Validity { valid_from: day(2015, 1), valid_to: day(2021, 1) }),
        (10, Validity { valid_from: day(2019, 7), valid_to: day(2025, 1) }),
    ]
};
