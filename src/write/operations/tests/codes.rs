//! Badge, polling and outcome of a write read undocumented codes alike.

use databoxframe::code::ExportStatus;
use databoxframe_client::status::Status;

use super::*;
use crate::locale::Locale;
use crate::status_cells;
use crate::write::snapshot::Change;

/// Words of codes, alone and joined: documented, used by neighbour services, misleading.
const WORDS: [&str; 28] = [
    "APPROVE",
    "APPROVED",
    "APRV",
    "APPR",
    "DISAPPROVED",
    "UNAPPROVED",
    "REJECT",
    "REJ",
    "REJECTED",
    "CANCEL",
    "CANC",
    "CANCELED",
    "COPY",
    "COPY_ING",
    "COPYING",
    "COPIED",
    "COPY_CMPL",
    "EXPORTING",
    "EXPORTED",
    "CMPL",
    "ERR",
    "FAIL",
    "FILE",
    "SEC",
    "NOT",
    "PENDING",
    "REQ_CMPL",
    "HOLD",
];

fn codes() -> Vec<String> {
    let joined = |a: &str, b: &str| [format!("{a}_{b}"), format!("{a}{b}")];
    let pairs = WORDS.iter().flat_map(|a| WORDS.iter().flat_map(move |b| joined(a, b)));
    let upper: Vec<String> = WORDS.iter().map(|&word| word.to_owned()).chain(pairs).collect();
    upper.iter().flat_map(|code| [code.clone(), code.to_ascii_lowercase()]).collect()
}

#[test]
fn badge_and_outcome_never_contradict_each_other() {
    let t = Locale::English.texts();
    let (approve, reject, cancel) = export_writes();
    let writes = [
        (&approve as &dyn AnyWrite, &[t.export_approved, t.export_copying, t.export_copied][..]),
        (&reject, &[t.export_rejected]),
        (&cancel, &[t.export_cancelled]),
    ];
    let mut said = HashSet::new();
    for code in codes() {
        let status = ExportStatus::from_code(&code);
        let badge = status_cells::export_status(&status, t).as_str().to_owned();
        let word = badge.strip_suffix(&code).and_then(|word| word.strip_suffix(" · "));
        let word = if let ExportStatus::Other(_) = status { word } else { Some(badge.as_str()) };
        let resolved = writes.iter().any(|(_, words)| word.is_some_and(|word| words.contains(&word)));
        let change = Change::Property {
            item: export("INIT"),
            property: Property::Status,
            before: Value::ExportStatus(ExportStatus::Init),
            after: Value::ExportStatus(status.clone()),
        };
        for (write, words) in &writes {
            let is_own = word.is_some_and(|word| words.contains(&word));
            let (caused, certain) = (write.may_cause(&change), write.is_certain(&change));
            assert!(!is_own || caused, "{code}: the badge says {badge}");
            assert!(!resolved || is_own || !caused, "{code}: the badge says {badge}");
            assert!(!certain || (caused && ExportStatus::KNOWN.contains(&status)), "{code}: not documented");
        }
        if word == Some(t.export_copying) {
            assert!(Status::Export(status.clone()).is_transient(), "{code}: {badge}");
        }
        let other_case = ExportStatus::from_code(&code.to_ascii_uppercase());
        if let (ExportStatus::Other(_), ExportStatus::Other(_)) = (&status, &other_case) {
            assert_eq!(status.inferred(), other_case.inferred(), "{code}");
        }
        said.extend(word.map(str::to_owned));
    }
    for (_, words) in writes {
        assert!(words.iter().all(|word| said.contains(*word)), "{words:?} {said:?}");
    }
}
