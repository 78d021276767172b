//! The catalogue: one field for each text.

/// All texts of one language. Named after what they say in English.
pub struct Texts {
    /// "Data Box Frame"
    pub product: &'static str,
    /// "Skip to content"
    pub skip: &'static str,
    /// "Main"
    pub nav_label: &'static str,
    /// "Parent pages"
    pub trail: &'static str,
    /// "Frames"
    pub nav_frames: &'static str,
    /// "Imports"
    pub nav_imports: &'static str,
    /// "Exports"
    pub nav_exports: &'static str,
    /// "Export review"
    pub nav_reviews: &'static str,
    /// "Buckets"
    pub nav_buckets: &'static str,
    /// "Activity"
    pub nav_activity: &'static str,
    /// "Settings"
    pub nav_settings: &'static str,
    /// "Connect"
    pub connect: &'static str,
    /// "Connect lead"
    pub connect_lead: &'static str,
    /// "Connect advice"
    pub connect_advice: &'static str,
    /// "Connecting…"
    pub connecting: &'static str,
    /// "Access key"
    pub access_key: &'static str,
    /// "Secret key"
    pub secret_key: &'static str,
    /// "Connection"
    pub connection: &'static str,
    /// "Advanced"
    pub advanced: &'static str,
    /// "Relay"
    pub relay: &'static str,
    /// "Relay hint"
    pub relay_hint: &'static str,
    /// "Gateway"
    pub gateway: &'static str,
    /// "Use the simulator"
    pub use_simulator: &'static str,
    /// "Demo data on this computer, no keys needed."
    pub simulator_hint: &'static str,
    /// "Forget keys"
    pub disconnect: &'static str,
    /// "Connected as"
    pub connected_as: &'static str,
    /// "Enter both keys."
    pub needs_keys: &'static str,
    /// "Frames"
    pub frames: &'static str,
    /// "Data Box Frames"
    pub frames_table: &'static str,
    /// "Boxes"
    pub boxes: &'static str,
    /// "Data boxes"
    pub boxes_table: &'static str,
    /// "Infrastructure"
    pub infra_table: &'static str,
    /// "Buckets"
    pub buckets: &'static str,
    /// "Object Storage buckets"
    pub buckets_table: &'static str,
    /// "Export review"
    pub reviews: &'static str,
    /// "Export review requests"
    pub reviews_table: &'static str,
    /// "Activity"
    pub activity: &'static str,
    /// "Requests"
    pub requests_table: &'static str,
    /// "Settings"
    pub settings: &'static str,
    /// "Language"
    pub language: &'static str,
    /// "Theme"
    pub theme: &'static str,
    /// "System"
    pub theme_system: &'static str,
    /// "Light"
    pub theme_light: &'static str,
    /// "Dark"
    pub theme_dark: &'static str,
    /// "Name"
    pub name: &'static str,
    /// "Number"
    pub number: &'static str,
    /// "Status"
    pub status: &'static str,
    /// "Created"
    pub created: &'static str,
    /// "Memo"
    pub memo: &'static str,
    /// "Review bucket"
    pub export_bucket: &'static str,
    /// "Strengthened infrastructure permission"
    pub pseudonym: &'static str,
    /// "Kind"
    pub kind: &'static str,
    /// "Spec"
    pub spec: &'static str,
    /// "Spec code"
    pub spec_code: &'static str,
    /// "Private IP"
    pub private_ip: &'static str,
    /// "Public IP"
    pub public_ip: &'static str,
    /// "OS"
    pub os: &'static str,
    /// "Account or mount path"
    pub account: &'static str,
    /// "Second account"
    pub account_2: &'static str,
    /// "Connection account"
    pub connect_info: &'static str,
    /// "Used"
    pub used: &'static str,
    /// "Block storage"
    pub storage: &'static str,
    /// "Block storage number"
    pub storage_no: &'static str,
    /// "Server instance number"
    pub contract_no: &'static str,
    /// "Machine state"
    pub machine: &'static str,
    /// "Disabled"
    pub disabled_flag: &'static str,
    /// "SSL VPN accounts"
    pub ssl_vpn_count: &'static str,
    /// "SSL VPN address"
    pub ssl_vpn_url: &'static str,
    /// "External network"
    pub network: &'static str,
    /// "Blocked"
    pub network_blocked: &'static str,
    /// "Allowed"
    pub network_allowed: &'static str,
    /// "Shared data views"
    pub mounts: &'static str,
    /// "NAS volumes"
    pub nas_count: &'static str,
    /// "NAS in use"
    pub nas_use: &'static str,
    /// "Export review requests"
    pub export_count: &'static str,
    /// "Frame"
    pub frame: &'static str,
    /// "Data box"
    pub data_box: &'static str,
    /// "Applicant (SSL VPN ID)"
    pub applicant: &'static str,
    /// "File"
    pub file: &'static str,
    /// "Size"
    pub size: &'static str,
    /// "Requested"
    pub requested: &'static str,
    /// "Reviewed"
    pub reviewed: &'static str,
    /// "Description"
    pub description: &'static str,
    /// "Purpose"
    pub purpose: &'static str,
    /// "Request number"
    pub request_no: &'static str,
    /// "Approve"
    pub approve: &'static str,
    /// "Reject"
    pub reject: &'static str,
    /// "Approve this export?"
    pub approve_title: &'static str,
    /// "Approve lead"
    pub approve_lead: &'static str,
    /// "Reject this export?"
    pub reject_title: &'static str,
    /// "The applicant sees the reason."
    pub reject_lead: &'static str,
    /// "Reason"
    pub reason: &'static str,
    /// "This request has already been reviewed."
    pub decided_reason: &'static str,
    /// "The file is not in the review bucket yet."
    pub not_ready_reason: &'static str,
    /// "What will be sent"
    pub will_send: &'static str,
    /// "Send request"
    pub send_request: &'static str,
    /// "Sending…"
    pub sending: &'static str,
    /// "Cancel"
    pub cancel: &'static str,
    /// "Close"
    pub close: &'static str,
    /// "Outcome unknown"
    pub outcome_unknown: &'static str,
    /// "Outcome unknown advice"
    pub outcome_unknown_advice: &'static str,
    /// "Done."
    pub done: &'static str,
    /// "Refresh"
    pub refresh: &'static str,
    /// "Try again"
    pub try_again: &'static str,
    /// "Loading…"
    pub loading: &'static str,
    /// "This could not be read"
    pub reading_failed: &'static str,
    /// "Nothing here."
    pub empty: &'static str,
    /// "Nothing matches the filters."
    pub empty_filtered: &'static str,
    /// "Clear filters"
    pub clear_filters: &'static str,
    /// "Search"
    pub search: &'static str,
    /// "All"
    pub any: &'static str,
    /// "Previous"
    pub previous: &'static str,
    /// "Next"
    pub next: &'static str,
    /// "Other fields"
    pub other_fields: &'static str,
    /// "Raw answer"
    pub raw_answer: &'static str,
    /// "What was answered"
    pub raw_error: &'static str,
    /// "—"
    pub no_text: &'static str,
    /// "Time"
    pub time: &'static str,
    /// "Operation"
    pub operation: &'static str,
    /// "Target"
    pub target: &'static str,
    /// "Duration"
    pub duration: &'static str,
    /// "Outcome"
    pub outcome: &'static str,
    /// "In progress"
    pub in_progress: &'static str,
    /// "OK"
    pub ok: &'static str,
    /// "String to sign"
    pub string_to_sign: &'static str,
    /// "Headers"
    pub headers: &'static str,
    /// "Body"
    pub body: &'static str,
    /// "Address"
    pub address: &'static str,
    /// "No request was sent yet."
    pub no_activity: &'static str,
    /// "Page not found"
    pub not_found: &'static str,
    /// "There is no page at this address."
    pub not_found_lead: &'static str,
    /// "config.json cannot be used"
    pub config_bad: &'static str,
    /// "Requested"
    pub phase_requested: &'static str,
    /// "Creating"
    pub phase_creating: &'static str,
    /// "In use"
    pub phase_in_use: &'static str,
    /// "Changing"
    pub phase_changing: &'static str,
    /// "Returning"
    pub phase_returning: &'static str,
    /// "Returned"
    pub phase_returned: &'static str,
    /// "Requested"
    pub export_init: &'static str,
    /// "Waiting for review"
    pub export_waiting: &'static str,
    /// "Approved and copied"
    pub export_copied: &'static str,
    /// "Yes"
    pub yes: &'static str,
    /// "No"
    pub no: &'static str,
    /// "Time zone not documented"
    pub date_note: &'static str,
    /// When a table was last read.
    pub last_read: fn(&str) -> String,
    /// Which rows are shown: first, last, of how many.
    pub rows_of: fn(usize, usize, usize) -> String,
    /// How many frames' lists have been read, of how many.
    pub frames_reading: fn(usize, usize) -> String,
    /// The window's title.
    pub page_title: fn(&str) -> String,
    /// An amount of gigabytes.
    pub gb: fn(&str) -> String,
    /// An amount of megabytes.
    pub mb: fn(&str) -> String,
    /// Used of all gigabytes.
    pub gb_of: fn(&str, &str) -> String,
    /// That the lists below could not be read.
    pub frame_failed: &'static str,
    /// Changes to frames and boxes.
    pub actions: super::actions::ActionTexts,
    /// Forms.
    pub forms: super::forms::FormTexts,
    /// Fields and lists of forms.
    pub fields: super::fields::FieldTexts,
    /// Servers, clusters and volumes; import and export requests.
    pub infra: super::infra::InfraTexts,
    /// The connection check.
    pub check: super::check::CheckTexts,
    /// The demo.
    pub demo: super::demo::DemoTexts,
    /// Changes under way and their end.
    pub watch: super::watch::WatchTexts,
    /// What became of a write.
    pub writes: super::writes::WriteTexts,
    /// Lists: whether they are whole, what is selected in them.
    pub lists: super::lists::ListTexts,
    /// What can be relied on.
    pub trust: super::trust::TrustTexts,
    /// The marks in untrusted texts.
    pub marks: super::marks::MarkTexts,
    /// About what is typed into forms.
    pub entry: super::entry::EntryTexts,
    /// Keys that are remembered, and the lock.
    pub keys: super::keys::KeyTexts,
    /// How failures are explained.
    pub failure: super::failure::FailureTexts,
}
