//! What is documented of a whole answer, as data: to be compared with answers as they came.

use crate::export::GetSslVpnAccountList;
use crate::export_review::GetExportFileApproveList;
use crate::import::GetImportApplyDetail;
use crate::operation::{Operation, Spec};
use crate::record::{Documented, FromReply as _, Kind};

/// The documented parts of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Whether its records are in `content`; otherwise it is one bare object.
    pub is_list: bool,
    /// The fields beside `content`.
    pub beside: &'static [Documented],
    /// The fields of a record, or of the bare object.
    pub fields: &'static [Documented],
    /// Fields of the record that are not documented for this operation, but for another with the
    /// same record.
    pub elsewhere: &'static [&'static str],
}

/// How many records all pages have.
pub(crate) const TOTAL_COUNT: Documented = Documented::optional("totalCount", Kind::Amount);

/// Where an operation documents less than its record has.
const ELSEWHERE: [(&Spec, &[&str]); 3] = [
    (GetSslVpnAccountList::SPEC, &["totalCount"]),
    (GetImportApplyDetail::SPEC, &["applyDate", "completeDate"]),
    (GetExportFileApproveList::SPEC, &["description", "exportPurpose", "memo"]),
];

impl Layout {
    /// A list.
    pub(crate) const fn list(beside: &'static [Documented], fields: &'static [Documented]) -> Self {
        Self { is_list: true, beside, fields, elsewhere: &[] }
    }

    /// A bare object.
    pub(crate) const fn object(fields: &'static [Documented]) -> Self {
        Self { is_list: false, beside: &[], fields, elsewhere: &[] }
    }
}

impl Documented {
    /// A field of no record.
    pub const fn optional(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: false, aliases: &[], codes: &[], items: &[] }
    }
}

/// What is documented of the answer to `O`.
pub fn layout<O: Operation>() -> Layout {
    let elsewhere = ELSEWHERE.iter().find(|(spec, _)| *spec == O::SPEC);
    Layout { elsewhere: elsewhere.map_or(&[], |(_, names)| names), ..O::Response::LAYOUT }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data_box::{GetDataBoxInfraList, GetDataBoxSummaryInfo, GetHadoopClusterInfo};
    use crate::frame::GetDataBoxFrameInfraList;

    fn names(fields: &[Documented]) -> Vec<&'static str> {
        fields.iter().map(|field| field.name).collect()
    }

    #[test]
    fn a_layout_has_what_is_documented_of_an_operation() {
        let infra = layout::<GetDataBoxFrameInfraList>();
        assert!(infra.is_list);
        assert_eq!(names(infra.beside), ["totalCount", "usePseudonymInfo"]);
        let summary = layout::<GetDataBoxSummaryInfo>();
        assert!(!summary.is_list && summary.beside.is_empty());
        let url = summary.fields.iter().find(|field| field.name == "connectSslVpnUrl").unwrap();
        assert_eq!(url.aliases, ["conectSslVpnUrl"]);
        let hadoop = layout::<GetHadoopClusterInfo>();
        assert_eq!(names(hadoop.fields[0].items), ["name", "spec", "nodeCount"]);
        assert_eq!(layout::<GetImportApplyDetail>().elsewhere, ["applyDate", "completeDate"]);
    }

    #[test]
    fn codes_have_their_tables() {
        let fields = layout::<GetDataBoxInfraList>().fields;
        let codes = |name: &str| fields.iter().find(|field| field.name == name).unwrap().codes;
        assert_eq!(codes("statusCode"), ["READY", "INIT", "USE", "ING", "RTN", "TERMT"]);
        assert!(codes("productCode").contains(&"TF_GPU"));
        assert!(codes("instanceName").is_empty());
    }
}
