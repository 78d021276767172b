//! Requests to import files.

use databoxframe::import::{ApplyFileImport, GetImportApplyList, ImportRequest};

use super::is_new;
use crate::action::Action;
use crate::gateway::Failure;
use crate::paging::Paging;
use crate::write::Target;
use crate::write::guard::Unguarded;
use crate::write::operation::{Makes, Reader, Write};
use crate::write::snapshot::{Change, Item, ItemId, Property, Snapshot, Value};

/// An import request, to be told from those before: no write changes one.
pub(super) fn item(request: &ImportRequest) -> Item {
    let ImportRequest {
        import_apply_id,
        source_file,
        applied,
        box_name: _,
        box_no: _,
        target_nas: _,
        source_bucket: _,
        completed: _,
        status: _,
        memo: _,
        extra: _,
        answered: _,
    } = request;
    Item {
        id: ItemId::Import(import_apply_id.clone()),
        properties: vec![
            (Property::File, Value::text(source_file.as_deref())),
            (Property::Requested, Value::date(applied.as_ref())),
        ],
    }
}

impl Write for ApplyFileImport {
    type Shown = Unguarded;

    fn action(&self) -> Action {
        Action::RequestImport
    }

    fn target(&self) -> Target {
        Target::DataBox(self.frame_no.clone(), self.box_no.clone())
    }

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        let make = |page| GetImportApplyList {
            frame_no: self.frame_no.clone(),
            box_no: Some(self.box_no.clone()),
            apply_start: None,
            apply_end: None,
            status: None,
            page,
        };
        reader.list(Paging::REQUESTS, make, item).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        is_new(change)
    }

    fn makes(&self) -> Makes {
        Makes::New(self.file_names.len())
    }
}
