### The English texts: the reference for all other languages. See crates/catalogue/src/lib.rs for the format.
### A comment above a text gives the Rust type of each placeholder. An unused text fails a test.

## The page as a whole, and words that several pages share

# The name of the service, the same in all languages
product = Data Box Frame
skip = Skip to content
nav_label = Main
trail = Breadcrumb
nav_overview = Overview
nav_frames = Frames
nav_imports = Imports
nav_exports = Exports
nav_reviews = Export review
nav_buckets = Buckets
nav_activity = Activity
nav_settings = Settings
connect = Connect
connect_lead = Requests are signed with your own access key. The keys stay in this page's memory and are gone when you close it.
connect_advice = Use a sub account's key with Data Box Frame permissions only.
connecting = Connecting…
access_key = Access key
secret_key = Secret key
connection = Connection
# A heading: how this console is connected
connected = Connection
advanced = Advanced
relay = Relay
relay_hint = A prefix such as /relay, or a template with {"{path}"}, {"{url}"} or {"{url_encoded}"}. After a ? only {"{url_encoded}"} works.
gateway = Gateway
use_simulator = Use the simulator
connect_other = Without keys
simulator_hint = Demo data on this computer, no keys needed.
disconnect = Forget keys
# The menu with "Lock now" and "Forget keys"
nav_account = Account
# Before the access key
connected_as = Connected as
frames = Frames
frames_table = Data Box Frames
# The heading of a column of numbers
boxes = Boxes
boxes_table = Data boxes
infra_table = Infrastructure
buckets = Buckets
buckets_table = Object Storage buckets
reviews = Export review
reviews_table = Export review requests
activity = Activity
requests_table = Requests
settings = Settings
language = Language
theme = Theme
theme_system = System
theme_light = Light
theme_dark = Dark
name = Name
number = Number
status = Status
created = Created
memo = Memo
export_bucket = Review bucket
pseudonym = Strengthened infrastructure permission
kind = Type
spec = Spec
spec_code = Spec code
private_ip = Private IP
public_ip = Public IP
os = OS
account = Account or mount path
account_2 = Second account
connect_info = Connection account
used = Used
storage = Block storage
storage_no = Block storage number
contract_no = Server instance number
machine = Machine state
disabled_flag = Disabled
# The heading of a column with "Available" and "Disabled"
availability = Availability
available = Available
available_note = The API reference names this flag "disabled" and does not explain its values.
machine_running = Running
ssl_vpn_count = SSL VPN accounts
ssl_vpn_url = SSL VPN URL
network = External network
network_blocked = Blocked
network_allowed = Allowed
mounts = Shared data views
nas_count = NAS volumes
nas_use = NAS in use
export_count = Export review requests
frame = Frame
data_box = Data box
applicant = Applicant (SSL VPN ID)
file = File
size = Size
requested = Requested
reviewed = Reviewed
description = Description
purpose = Purpose
request_no = Request number
approve = Approve
reject = Reject
approve_title = Approve this export?
approve_lead = The file is copied to the applicant's bucket, outside the frame. This cannot be undone.
reject_title = Reject this export?
reject_lead = The applicant sees the reason.
reason = Reason
decided_reason = This request has already been reviewed.
not_ready_reason = The file is not in the review bucket yet.
will_send = Request
sending = Sending…
cancel = Cancel
close = Close
outcome_unknown = Outcome unknown
outcome_unknown_advice = The request was sent, but no usable response came back. It may have taken effect. The lists are being read again: compare before you decide again.
refresh = Refresh
try_again = Try again
loading = Loading…
empty = No items.
empty_filtered = No items match the filters.
clear_filters = Clear filters
search = Search
# Of a filter: no restriction
any = All
previous = Previous
next = Next
other_fields = Other fields
raw_answer = Raw response
raw_error = Response
# In place of an absent value
no_text = —
time = Time
operation = Operation
target = Target
duration = Duration
outcome = Outcome
in_progress = In progress
ok = OK
string_to_sign = String to sign
headers = Headers
body = Body
url = URL
no_activity = No requests yet.
not_found = Page not found
not_found_lead = This page does not exist.
config_bad = config.json can't be used
phase_requested = Requested
phase_creating = Creating
phase_in_use = In use
phase_changing = Changing
phase_returning = Returning
phase_returned = Returned
export_init = Requested
export_waiting = Waiting for review
export_copied = Approved and copied
export_approved = Approved
export_copying = Approved, copying
export_rejected = Rejected
export_cancelled = Cancelled
yes = Yes
no = No
inferred_note = The API reference does not explain this code. The meaning is inferred from its words.
date_note = Time zone not documented
# $time (&str)
last_read = Updated at { $time }
# $first (usize)
# $last (usize)
# $all (usize)
rows_of = { $first }–{ $last } of { $all }
# $page (&str)
page_title = { $page } · Data Box Frame
# $amount (&str)
gb = { $amount } GB
# $amount (&str)
mb = { $amount } MB
# $used (&str)
# $total (&str)
gb_of = { $used } of { $total } GB
# $count (u64)
ms = { $count } ms
# $value (&str)
percent = { $value }%
# $status (u32)
http = HTTP { $status }

## The command palette

palette-title = Command palette
# The button that opens it
palette-open = Search or go to…
palette-input = Search or run a command
# The accessible name of the list
palette-list = Results
# $count (usize)
palette-results = { $count ->
    [one] 1 result
   *[other] { $count } results
}
palette-keys = ↑ ↓ move, Enter opens, Esc closes
palette-recent = Recent
palette-this_page = This page
palette-pages = Pages
# A heading: requests for files, not those of HTTP
palette-requests = Requests
palette-commands = Commands
# A heading: lists of requests, searched for what was typed
palette-lists = Search in lists
# $list (&str)
# $typed (&str)
palette-search_in = { $list }: “{ $typed }”
palette-refresh = Refresh page
# A command: a setting and what it becomes
# $setting (&str)
# $value (&str)
palette-set = { $setting }: { $value }
# $number (&str)
palette-frame = Frame { $number }
# $number (&str): with its frame
palette-data_box = Data box { $number }
# $number (&str): with its frame and data box
palette-review = Export review request { $number }
# $number (&str): with its frame and data box
palette-import = Import request { $number }
# $number (&str): with its frame and data box
palette-export = Export request { $number }

## Changes to frames and boxes that need no form

actions-return_frame = Return frame
actions-return_frame_title = Return this frame?
actions-return_frame_lead = Everything in it is deleted: its data boxes, servers, volumes and the data on them. This cannot be undone.
actions-return_box = Return data box
actions-return_box_title = Return this data box?
actions-return_box_lead = Everything in it is deleted: its servers, volumes, accounts and the data on them. Export requests waiting for review are lost. This cannot be undone.
actions-block = Block external network
actions-block_title = Block the external network?
actions-block_lead = The box's servers lose external access; open connections are dropped.
actions-allow = Allow external network
actions-allow_title = Allow the external network?
actions-allow_lead = The box's servers can reach the internet. Data can leave the box without a review.
actions-resize = Resize
actions-resize_title = Resize this volume?
actions-resize_lead = The volume's capacity changes.
actions-new_size = New size (GB)
# $min (u64)
# $max (u64)
# $step (u64)
actions-size_rule = { $min } to { $max } GB in steps of { $step } GB
# $name (&str)
actions-type_name = Type { $name } to confirm
actions-name_differs = Type the name first.
actions-returning_frame = This frame is being returned.
actions-returned_frame = This frame was returned.
actions-returning_box = This data box is being returned.
actions-returned_box = This data box was returned.
actions-returning_item = This item is being returned.
actions-returned_item = This item was returned.
# Of a frame, without those of its boxes
actions-own_servers_and_volumes = The frame's own servers and volumes
actions-servers_and_volumes = Servers and volumes
# The number of boxes
# $count (&str)
# $returned (usize)
actions-and_returned = { $count } and { $returned } returned
actions-actions = Actions

## Forms, and the confirmation before sending

forms-optional = (optional)
# $row (&str)
forms-remove = Remove { $row }
# $label (&str)
# $row (&str)
forms-in_row = { $label }, { $row }
forms-errors = Nothing was sent. Check these fields:
forms-review = Review and send
# Leaves the form without sending it
forms-discard = Discard
forms-leave_title = Leave this form?
forms-leave_lead = Nothing was sent. What you entered is lost when you leave.
forms-stay = Stay
forms-leave = Leave
# The heading of a list of names
forms-given_back = Returned, including data
forms-closed = NAVER Cloud announced that from 23 October 2025 analysis environments can no longer be added or changed. Whether the service still accepts this request is not documented.
forms-summary = Summary
forms-show = Show
forms-hide = Hide
forms-generate = Generate
# $min (usize)
# $max (usize)
forms-policy_length = { $min } to { $max } characters
forms-policy_mix = Upper and lower case, a digit and a special character
forms-policy_met = Met:
forms-policy_unmet = Not met:
forms-policy_forbidden = None of ' " ₩ / & ` or a space
forms-choose = Choose…
# $label (&str)
forms-choose_first = Choose first: { $label }
# $labels (&str)
forms-check_first = Check first: { $labels }
forms-nothing_to_choose = Nothing to choose from.
# $label (&str)
forms-cleared = Cleared because it does not belong to the new selection: { $label }
forms-spec_hint = The API reference lists only some spec codes. Those and the codes your account uses are suggested; any other number can be typed.
# $max (u64)
forms-vpn_hint = At most { $max }: three for each Connect server.
# $min (u64)
# $max (u64)
# $step (u64)
forms-nas_hint = { $min } to { $max } GB each, in steps of { $step } GB; 10 TB in total.
forms-tensor_flow_hint = The API reference requires at least one TensorFlow server, CPU or GPU. It does not show the fields of Linux and TensorFlow servers: those here are inferred and can be edited as JSON before sending.
# $count (usize)
# $mb (u32)
forms-import_files_hint = 1 to { $count } objects from the bucket, at most { $mb } MB each.
# $count (usize)
# $mb (u32)
forms-export_files_hint = 1 to { $count } files on the NAS, at most { $mb } MB each. Source data must not be exported.
forms-export_lead = The files go to the review bucket. A Box administrator approves or rejects the request; approved files are copied to the target bucket.
forms-import_lead = Files are copied from an Object Storage bucket to a NAS volume of the data box. No approval is needed.
forms-action = Action
forms-keep = Keep
forms-change = Change
forms-give_back = Return
forms-none_exists = None yet.
forms-nothing_changed = No changes yet.
# $count (usize)
forms-summary_new = { $count } new
# $count (usize)
forms-summary_changed = { $count } changed
# $count (usize)
forms-summary_returned = { $count } returned
# $count (u64)
# $size (u64)
forms-summary_nas = { $count } new, { $size } GB in total (documented limit for all NAS volumes: 10 TB)
forms-target_nas = Target NAS
forms-source_nas = Source NAS
forms-request_import = Request import
forms-request_export = Request export
forms-create_box = Create data box
forms-modify_box = Modify data box
forms-modify_frame = Modify infrastructure
forms-import_title = Request this import?
forms-import_confirm = Each file is copied into the data box.
forms-export_title = Request this export?
forms-export_confirm = Each file becomes a request for review. It can be cancelled until it is approved.
forms-create_title = Create this data box?
forms-create_confirm = Servers and volumes are set up in the background and are charged to the account.
forms-modify_title = Change the infrastructure?
forms-modify_confirm = The changes are made in the background. Returned items are deleted with their data.
# $numbers (&str)
forms-applied = Requested: { $numbers }
forms-copy_curl = Copy as curl
forms-copied = Copied. The script contains no secrets: it asks for them when it runs.
forms-copy_by_hand = The browser does not let this page copy. Copy it from here:
forms-edit_json = Edit as JSON
forms-json_body = JSON body
forms-edit_hint = For fields that the API reference leaves out. Fields may be added and changed; required ones must stay. Hidden passwords are restored when the request is sent.
forms-undo_edit = Undo editing
# A row of a list of a form, such as "File 2"
# $item (&str)
# $number (usize)
forms-row = { $item } { $number }
# $name (&str)
# $vcpu (u32)
# $memory (u32)
forms-spec = { $name }: { $vcpu } vCPU, { $memory } GB
# $line (usize)
# $column (usize)
# $problem (&str)
forms-edit_at = Line { $line }, column { $column }: { $problem }
forms-edit_syntax = This is not valid JSON.
forms-edit_not_an_object = The body must be an object.
# $path (&str)
forms-edit_duplicate = { $path } occurs twice.
# $path (&str)
forms-edit_missing = { $path } is required.
# $path (&str)
forms-edit_empty = { $path } needs at least one entry.
# $path (&str)
# $first (&str)
# $second (&str)
forms-edit_needs_one_of = { $path } needs { $first } or { $second }.
# $path (&str)
forms-edit_no_object = { $path } must be an object.
# $path (&str)
forms-edit_no_list = { $path } must be a list.
# $path (&str)
forms-edit_not_plain = { $path } must be a text, a number or true/false.
# $path (&str)
forms-edit_hidden_password = { $path }: the dots of a hidden password were changed or moved.

## Servers, clusters and volumes; import and export requests

infra-nodes = Nodes
infra-node_count = Number of nodes
infra-links = Connection links
infra-application = Application
infra-url = URL
infra-mounts = Mounts
infra-path = Path
infra-new_tab = opens in a new tab
# The name of the links to the tabs of a page
infra-tabs = Sections
infra-accounts = VPN accounts
infra-vpn_id = SSL VPN ID
infra-email = Email
infra-country_code = Country code
infra-phone = Phone
# Before a name
infra-previous_box = Previous data box
# Before a name
infra-next_box = Next data box
# Before a name
infra-previous_frame = Previous frame
# Before a name
infra-next_frame = Next frame
infra-create_box = Create data box
infra-modify_infra = Modify infrastructure
infra-modify_box = Modify data box
infra-imports = Import requests
infra-exports = Export requests
infra-from = Requested from
# Between two dates: the label of the later one
infra-to = to
infra-cancel_export = Cancel export request
infra-cancel_title = Cancel this export request?
# Why it can't be cancelled; the meaning of the code is an inference
# $code (&str)
infra-cancel_over = Nothing seems to be left to cancel: the status code is { $code }.
infra-cancel_lead = The request will no longer be reviewed. To export the file later, request it again.
infra-nas = NAS
infra-bucket = Bucket
infra-completed = Completed
infra-import_init = Requested
infra-import_ing = Transferring
infra-import_done = Completed
infra-import_file = File error
infra-import_system = System error
infra-import_security = Security check failed
infra-api = API reference
# $version (&str)
infra-version = Data Box Frame Console { $version }
infra-api_link = OpenAPI 3.1 of all operations (JSON, opens in a new tab)

## The connection check

check-check = Check connection
check-checking = Checking…
check-title = Connection check
# $relay (&str)
# $problems (usize)
check-summary = { $problems ->
    [0] Checked { $relay }: nothing to fix.
    [one] Checked { $relay }: 1 problem to fix.
   *[other] Checked { $relay }: { $problems } problems to fix.
}
check-reachable = Reachable
check-cors = CORS
check-keys = Keys
check-path = Path and query
check-date = Date and clock
check-encryption = Encryption
check-operator = Relay operator
check-verdict-good = OK
check-verdict-fix = Fix needed
check-verdict-judge = Your decision
check-verdict-unchecked = Not checked
check-said-unchecked = Fix the problems above first.
check-said-answers = The gateway responds through the relay.
check-said-silent = No response, and a page can't tell why: the relay or the network is down, the relay's URL is wrong, or, on another origin, it doesn't allow this page (CORS) or the policy of this page's server doesn't name it (connect-src). Open its URL with /health in another tab: if it responds, the browser's own console (F12) names CORS or connect-src.
check-said-same_origin = Not needed: the relay is on this page's origin.
check-said-exposed = The relay allows this page and lets it read Date.
check-said-not_exposed = The relay allows this page, but Date can't be read. The relay has to pass the gateway's Date and answer Access-Control-Expose-Headers: Date, Retry-After
check-said-accepted = A signed read was accepted.
check-said-refused = The signature was refused: the keys are wrong, the relay changes the path, or this computer's clock is off by more than five minutes. The relay has to pass path and query byte for byte.
check-said-unchanged = A query with Korean text, spaces, +, / and % arrived as it was signed.
check-said-changed = The keys are right, but with a query the signature was refused: the relay changes it. The relay has to pass path and query byte for byte (nginx: proxy_pass without a path, no rewrite).
check-said-undated = Date can't be read, so a wrong clock goes unnoticed. The relay has to pass the gateway's Date (nginx: proxy_pass_header Date).
check-said-encrypted = Relay and gateway are reached over https.
check-said-loopback = http, but on this computer: fine for development.
check-said-own = The relay is on this page's origin. Whether a change is applied twice can't be tested without making one: a relay must not repeat requests, answer 408, or close a connection before it has responded. The relays in deploy/ comply, or refuse the copies.
check-said-direct = There is no relay: requests go directly to the gateway.

## The demo

demo-offer = Try the demo
demo-offer_hint = A simulator in this browser with invented data. No keys, nothing leaves the browser.
demo-upgraded = The console was upgraded since this page was opened. Reload the page, then try the demo again.
# $message (&str)
demo-failed = The demo could not be started. Reload the page and try again. ({ $message })
demo-name = Demo
demo-banner = This is a demo with invented data. Nothing leaves this browser, and a reload starts it over.
demo-faults = Requests that fail
demo-no_faults = none

## Changes in progress, and notifications about their end

# $time (&str)
watch-since = seen since { $time }
# Of a frame, a box or a request: its new status
# $name (&str)
# $state (&str)
watch-became = { $name }: { $state }
# $name (&str)
watch-gone = { $name }: no longer listed
# $count (usize)
watch-more = and { $count } more
watch-import = Import
watch-export = Export
watch-notifications = Notifications
watch-notify = Notify me when a change is done
watch-notify_hint = The browser notifies you while this tab is hidden. Open lists are then read once a minute for as long as something in them is changing.
watch-denied = The browser does not allow notifications for this site. Allow them in its site settings, then reload the page.
watch-unavailable = Notifications need a browser that supports them and a page served over https.

## The outcome of a write

writes-storage = Block storage
# Of a server, a volume or a request
# $item (&str)
writes-added = New: { $item }
# $item (&str)
writes-removed = No longer listed: { $item }
writes-took_effect = The request took effect nevertheless:
writes-took_effect_advice = A repeated copy of the request was refused, unless somebody else made the same change at that moment. Do not send it again.
writes-refused_but_changed = The request was refused, but something has changed since. Whether that is its effect is not known: check before you decide again.
writes-not_checked = Whether an earlier copy of the request took effect could not be checked. Check before you send it again.
writes-no_comparison = No comparison is possible: the state before sending could not be read. Check the list before you request it again.
writes-incomplete = No comparison is possible: the list may be incomplete. Check it before you request it again.
writes-surplus = There are more new items than were requested. The request may have been sent more than once:
# $action (&str)
# $subject (&str)
writes-accepted_unchanged = { $action } · { $subject }: accepted, nothing has changed so far. The request may still be in progress.
# $action (&str)
# $subject (&str)
writes-surplus_unread = { $action } · { $subject }: whether it was carried out more than once could not be checked.
# $action (&str)
# $subject (&str)
writes-accepted = { $action }: accepted for { $subject }.
# $field (&str)
writes-other_target = { $field } identifies the resource of the request and cannot be edited.
# $number (&str)
writes-type_number = Type the number { $number } to confirm
# $done (usize)
# $all (usize)
# $unknown (usize)
writes-summary = { $unknown ->
    [0] { $done } of { $all } took effect.
    [one] { $done } of { $all } took effect, the outcome of 1 is unknown.
   *[other] { $done } of { $all } took effect, the outcome of { $unknown } is unknown.
}

## What a write did, and the button that sends it

# $count (usize)
done-approve_many = { $count ->
    [one] Approve 1 request
   *[other] Approve { $count } requests
}
# $count (usize)
done-reject_many = { $count ->
    [one] Reject 1 request
   *[other] Reject { $count } requests
}
# $action (&str)
# $count (usize)
done-label_many = { $action } ({ $count })
# The names, and one of the texts below, such as "a.csv: approved"
# $names (&str)
# $done (&str)
done-sentence = { $names }: { $done }
done-create_box = data box requested
done-modify = changes requested
done-resize = resize requested
done-block = external network blocked
done-allow = external network allowed
done-give_back = return requested
done-import = import requested
done-export = export requested
done-cancel = cancelled
done-approve = approved
done-reject = rejected
# $count (usize)
# $names (&str)
done-approved = { $count ->
    [one] 1 request approved: { $names }
   *[other] { $count } requests approved: { $names }
}
# $count (usize)
# $names (&str)
done-rejected = { $count ->
    [one] 1 request rejected: { $names }
   *[other] { $count } requests rejected: { $names }
}
# $count (usize)
# $names (&str)
done-cancelled = { $count ->
    [one] 1 request cancelled: { $names }
   *[other] { $count } requests cancelled: { $names }
}

## The changes made in this tab, in Activity

changes-title = Changes
changes-lead = The changes you requested in this tab, also before a reload. Forgotten with the keys.
changes-none = No changes yet.
changes-action = Action
changes-subject = Subject
changes-details = Details
changes-done = Done
changes-failed = Failed
changes-all_requests = Reads and changes
# The label of a reason
# $time (&str)
changes-rejected_here = Reason, rejected in this tab at { $time }

## Saved reasons for rejection

reasons-saved = Saved reasons
reasons-choose = Choose a saved reason
reasons-save = Save this reason
reasons-remove = Remove from saved reasons
reasons-first = Type a reason first.
reasons-kept = Saved in this browser only.
reasons-removed = Removed.
reasons-not_stored = The browser did not store it.

## The requests of this page, in Activity

log-failed = Failed
# The choice of a time
# $minutes (usize)
log-minutes = Last { $minutes } minutes
log-grouped = Group repeated reads
# How often a read was repeated
# $count (usize)
log-times = ×{ $count }
# $time (&str)
log-last_at = Last at { $time }
# Above the times of a repeated read
log-sent_at = Sent at
# $count (usize)
log-earlier = { $count ->
    [one] and 1 earlier
   *[other] and { $count } earlier
}
# $shown (usize)
# $all (usize)
log-shown = { $shown } of { $all } requests
# $count (usize)
log-dropped = { $count ->
    [one] The oldest request is no longer kept.
   *[other] The oldest { $count } requests are no longer kept.
}
log-save_har = Save as HAR
# $count (usize)
log-saved = { $count ->
    [one] 1 request saved, without keys, signatures, and passwords.
   *[other] { $count } requests saved, without keys, signatures, and passwords.
}

## Completeness of lists, and selection in them

# $reason (&str)
lists-incomplete = This list may be incomplete: { $reason }
lists-repeated_page = the service sent the same page again.
lists-request_limit = there are more records than the console reads. Narrow the list by date where possible.
# $total (usize)
lists-fewer_than_total = the service reports { $total } records but sent fewer.
lists-changed_while_reading = it changed while it was being read. Refresh to read it again.
lists-unread_pages = some of its pages could not be read.
# $count (usize)
lists-not_loaded = { $count ->
    [one] 1 list could not be loaded
   *[other] { $count } lists could not be loaded
}
# A list that arrives in parts: "3,000 of 10,031 read"
# $read (usize)
# $total (usize)
lists-read_of = { $read } of { $total } read
# $read (usize)
lists-read_so_far = { $read } read so far
lists-reading = Reading the list
lists-more_rows = The first rows are shown. The others are being read.
lists-all_rows = All rows were read.
# $first (u64)
# $last (u64)
lists-unread_rows = Rows { $first } to { $last } could not be read.
# $row (u64)
lists-unread_row = Row { $row } could not be read.
# $first (u64)
lists-unread_from = Rows from { $first } on could not be read.
# $count (usize)
lists-at_least = at least { $count }
# $reason (&str)
lists-incomplete_many = These lists may be incomplete: { $reason }
# How many requests and responses are kept
# $requests (usize)
# $answers (usize)
lists-activity_lead = The requests since this page was opened, at most { $requests }, and the raw responses of the newest { $answers }. Kept in memory only, until the keys are forgotten.
# $count (usize)
lists-older_requests = { $count ->
    [one] Show 1 older request
   *[other] Show { $count } older requests
}
# $batch (usize)
# $all (usize)
lists-older_requests_of = Show { $batch } of { $all } older requests
# $answers (usize)
lists-answer_dropped = The raw response is no longer kept: only those of the newest { $answers } requests are.
# The name of the bar with the number of selected rows
lists-selection = Selection
# Ticks the boxes of all rows that pass the filters
# $count (usize)
lists-select_matching = Select all matching ({ $count })
lists-nothing_to_select = None of the rows shown can be selected.
lists-all_selected = All of them are selected.
lists-clear_selection = Clear selection
lists-nothing_selected = Nothing is selected.
lists-deselect_hidden = Deselect hidden
# Which columns are shown, in which order; how many rows stand on a page
# $count (usize): set
lists-filters = { $count ->
    [0] Filters
    [one] Filters (1)
   *[other] Filters ({ $count })
}
# Opens the fields for two dates
lists-dates = Dates
lists-dates_note = Probably Korean time (UTC+9)
lists-sort = Sort
lists-default_order = Default order
# $column (&str)
lists-ascending = { $column }, ascending
# $column (&str)
lists-descending = { $column }, descending
lists-columns = Columns
lists-reset = Reset
lists-names_rows = Names the rows: always shown
# $column (&str)
lists-move_up = Move { $column } up
# $column (&str)
lists-move_down = Move { $column } down
# How close together the rows of a table stand
lists-density = Density
lists-comfortable = Comfortable
lists-compact = Compact
# $column (&str)
lists-width_of = Width of { $column }
# The width of a column that nobody chose
lists-automatic = Automatic
# $width (u32)
lists-px = { $width } px
lists-views = Views
lists-manage_views = Save and manage views…
lists-views_hint = A view is the current search, filters, and sort order, by a name, in this browser. The table opens with the default view.
lists-view_name = Name of the current view
lists-name_first = Type a name first.
lists-save_view = Save view
lists-replace_view = Replace view
lists-no_views = No saved views.
lists-default_view = Default
# The label of a box to tick
# $name (&str)
lists-open_with = Open the table with { $name }
lists-remove = Remove
# $name (&str)
lists-remove_view = Remove { $name }
lists-copy_link = Copy link
lists-link_copied = Link copied.
lists-rows_per_page = Rows per page
# What the amounts of the rows are together, after what they are amounts of
# $amount (&str)
# $count (usize)
lists-total = { $count ->
    [one] { $amount } in 1 row
   *[other] { $amount } in { $count } rows
}
# Rows that a total leaves out
# $count (usize)
lists-total_unknown = { $count ->
    [one] 1 without a size
   *[other] { $count } without a size
}
# Of a table's rows, as a file or on the clipboard
lists-export = Export
lists-csv = CSV
lists-json = JSON
lists-copy_table = Copy as table
lists-nothing_to_export = There is nothing to export.
# $count (usize)
lists-exported = { $count ->
    [one] 1 row exported.
   *[other] { $count } rows exported.
}
lists-export_partial = The list was still being read: rows may be missing.
lists-not_exported = The browser could not save the file.
# $count (usize)
lists-copied = { $count ->
    [one] 1 row copied.
   *[other] { $count } rows copied.
}
lists-not_copied = The browser does not let this page copy.
lists-first_page = This is the first page.
lists-last_page = This is the last page.
# $count (usize)
lists-unknown_kind = { $count ->
    [one] 1 entry is neither a server nor a NAS volume, as far as this console knows. It can't be changed here.
   *[other] { $count } entries are neither servers nor NAS volumes, as far as this console knows. They can't be changed here.
}
# $count (usize)
lists-hidden = { $count ->
    [one] 1 selected request is hidden by the filters.
   *[other] { $count } selected requests are hidden by the filters.
}
# $count (usize)
lists-decided = { $count ->
    [one] 1 request is no longer waiting for review and was deselected.
   *[other] { $count } requests are no longer waiting for review and were deselected.
}
# $count (usize)
lists-gone = { $count ->
    [one] 1 request is no longer listed and was deselected.
   *[other] { $count } requests are no longer listed and were deselected.
}

## Freshness of data, clock, comparison after a write, bulk review

trust-clock = This computer's clock
trust-clock_right = In sync with the gateway.
trust-clock_unknown = The gateway's time is not known yet.
# $by (&str)
trust-slow = This computer's clock is { $by } slow.
# $by (&str)
trust-fast = This computer's clock is { $by } fast.
trust-corrected = Requests are signed with the gateway's time instead. Correct the clock.
trust-not_corrected = A difference of more than a day is not corrected: set the clock, then reload this page.
trust-offline = This computer is offline. The data shown may be out of date; it is read again as soon as the network is back.
# $time (&str)
trust-stale = Showing data from { $time }; refreshing failed.
trust-changed = It has changed since it was shown to you. Nothing was sent.
trust-unread = It could not be read again before sending. Nothing was sent.
trust-comparing = Comparing the current state with the state before…
trust-not_compared = The current state could not be read.
trust-unchanged = Compared with the state before sending, nothing has changed so far. The request may still be in progress.
trust-changed_since = Changes compared with the state before sending:
trust-compare_again = Compare again
trust-send_again = Send again…
# $count (usize)
trust-selected = { $count } selected
trust-approve_selected = Approve selected
trust-reject_selected = Reject selected
trust-none_selected = First select requests that are waiting for review.
# $file (&str)
trust-select = Select { $file }
trust-approve_title = Approve these exports?
trust-reject_title = Reject these exports?
trust-approve_lead = The files are copied to their applicants' buckets, outside the frame. This cannot be undone.
trust-reject_lead = Each applicant sees the reason.
trust-taken_out = Not sent: taken out.
trust-all_taken_out = All requests were taken out.
# Above the names and the reasons
# $count (usize)
trust-not_decided = { $count ->
    [one] 1 request can't be decided here:
   *[other] { $count } requests can't be decided here:
}
trust-reading_requests = Reading what is decided
# $read (usize)
# $all (usize)
trust-requests_read = { $read } of { $all } requests read
# $count (usize)
trust-retry_many = Try { $count } again
trust-stop = Stop
trust-number_differs = Type the number first.
# A part of "This computer's clock is 7 min 12 s slow."
# $count (u64)
trust-hours = { $count } h
# $count (u64)
trust-minutes = { $count } min
# $count (u64)
trust-seconds = { $count } s

## Marks in names and other untrusted texts

marks-cyrillic = Cyrillic
marks-greek = Greek
marks-armenian = Armenian
marks-full_width = full-width
marks-mathematical = mathematical
# $count (usize)
marks-joined = +{ $count } combining
# $count (usize)
marks-cut = … cut: { $count } characters
marks-blank = A space that is hard to see
marks-hidden = A character that is invisible or looks like another one: its Unicode number
marks-too_many = Too many combining characters on one letter; their checksum is shown instead
marks-imitates = The letters before this mark only look like Latin letters
marks-decomposed = Written in decomposed form (NFD): a name that looks the same can be a different one
marks-too_long = Too long to show in full; the checksum is of the rest

## Problems of what was entered

entry-quota = NAS limit
# $count (usize)
entry-incomplete = { $count } incomplete
# $from (u64)
# $to (u64)
entry-shrinks = The volume shrinks from { $from } GB to { $to } GB. What happens to data that does not fit is not documented.
# $size (u64)
entry-same_size = The volume already has { $size } GB.
# The character is one of line_break, space and invisible
# $character (&str)
entry-begins = Starts with { $character }.
# $character (&str)
entry-ends = Ends with { $character }.
# $character (&str)
entry-contains = Contains { $character }.
# $code (&str)
entry-line_break = a line break ({ $code })
# $code (&str)
entry-space = a space ({ $code })
# $code (&str)
entry-invisible = an invisible character ({ $code })
# The row is such as "File 2"
# $row (&str)
entry-same_name = Same name as { $row }.
# $row (&str)
entry-same_letters = Same letters as { $row }, in different code points (NFC and NFD).
# $new (u64)
# $limit (u64)
entry-over_quota = { $new } GB exceeds the documented NAS limit of 10 TB ({ $limit } GB). The service may refuse it.
# $new (u64)
# $existing (u64)
# $sum (u64)
# $limit (u64)
entry-over_quota_existing = { $new } GB and the existing { $existing } GB are { $sum } GB, which exceeds the documented NAS limit of 10 TB ({ $limit } GB). The service may refuse it.

## Keys, remembered connections, the idle lock

keys-remember = Remember on this device
keys-remember_hint = The keys are kept in this browser, encrypted with your passphrase. A long passphrase that you use nowhere else protects them if somebody else gets this computer or a copy of its disk. It does not protect them from malicious software, browser extensions or a tampered page while you type it. It can't be recovered.
keys-record_name = Name on this device
keys-passphrase = Passphrase
keys-passphrase_again = Repeat the passphrase
keys-passphrase_differs = The two passphrases differ.
keys-name_taken = Enter a name that is not in use on this device yet.
keys-remembered = Remembered on this device
keys-record = Remembered connection
keys-unlock = Unlock
keys-unlocking = Unlocking…
# $name (&str)
keys-forget = Forget { $name }
keys-forget_title = Forget this connection?
# $name (&str)
keys-forget_lead = { $name } is removed from this browser. It can't be recovered: without it you need the access key and the secret key to connect.
keys-forget_it = Forget
# $name (&str)
keys-forgotten = Removed from this browser: { $name }
# $name (&str)
keys-not_forgotten = Not removed: this browser's storage is full or blocked. Still remembered: { $name }
keys-unreadable = (unreadable)
keys-not_offered = The remembered relay and gateway are no longer offered. Connect with your keys.
# $name (&str)
keys-kept = Remembered on this device as { $name }.
keys-not_kept = Connected, but not remembered: this browser's storage is full or blocked.
keys-needs_passphrase = Enter the passphrase.
keys-keys = Keys
keys-forgotten_elsewhere = This was forgotten in another tab. Connect with your keys.
keys-dropped_elsewhere = Not connected: the keys were forgotten or locked in another tab in the meantime.
keys-locked = Locked. Enter the keys or the passphrase again. Your unfinished work is kept for the same access key.
keys-idle_lock = Idle lock
keys-never = Never
# A choice for the idle lock
# $minutes (u32)
keys-minutes = { $minutes } min
keys-lock_now = Lock now
keys-warning = Are you still there?
keys-warning_lead = There has been no input for a while. In less than a minute the keys will be dropped and this page locked. Your unfinished work is kept.
keys-stay = Stay
# $count (usize)
keys-passphrase_short = The passphrase needs at least { $count } characters.
keys-vault-passphrase = The passphrase is wrong. Nothing was removed: try again.
keys-vault-damaged = The saved entry is damaged and can't be opened with any passphrase. It was left unchanged: connect with your keys, and forget it when you like.
keys-vault-newer = A newer version of this console saved this entry. It was left unchanged: reload the page, or connect with your keys.
keys-vault-unavailable = Encryption is not available in this browser. Nothing was changed.
keys-error-missing = Enter both keys.
# The character is visible, space or invisible
# $position (usize)
# $character (&str)
keys-error-access_key = Character { $position } is { $character }. An access key has only unaccented letters, digits and signs such as +, / and =: copy it again.
# $position (usize)
keys-error-secret_key = Character { $position } can't be part of a secret key, which has only unaccented letters, digits and signs such as +, / and =: copy it again.
# $character (&str)
# $code (&str)
keys-error-visible = "{ $character }" ({ $code })
# $code (&str)
keys-error-space = a space ({ $code })
# $code (&str)
keys-error-invisible = invisible ({ $code })
keys-url-credentials = Leave out the user name and the password: browsers send no requests to such URLs.
keys-url-host = This is not a valid host name.
keys-url-port = This is not a valid port: ports are numbers up to 65535.
keys-relay-scheme = A relay begins with / (on this site), https:// or http://.
keys-relay-character = A relay has no spaces, no backslash and no #.
keys-relay-placeholder = A relay has at most one of {"{path}"}, {"{url}"} and {"{url_encoded}"}, and no other braces.
keys-relay-behind_query = After a ? only {"{url_encoded}"} can be used: with anything else the relay loses the query of each request.
keys-relay-not_last = Nothing may follow {"{path}"} or {"{url}"}: each request's query is appended there.
keys-gateway = The gateway has to be https:// and a host, without a path: a path would not match the signature.
# $origin (&str)
keys-caution-elsewhere = The relay { $origin } is on another origin than this page.
# $origin (&str)
keys-caution-proxy = The relay { $origin } takes whole URLs, as public proxies do.
keys-caution-stranger = Whoever runs it sees every request and response, and could alter them. Never send real data through a public proxy such as cors-anywhere: use your company's own relay (see deploy/). It must not repeat requests, answer 408, or close a connection before it has responded: browsers would send a change again.
# $host (&str)
keys-caution-unencrypted = Requests to { $host } are not encrypted (http). Anyone on the network path can read and change them. Use https.
# $minutes (u32)
keys-idle = { $minutes ->
    [one] Locked: there was no input for 1 minute. Enter the keys or the passphrase again. Your unfinished work is kept for the same access key.
   *[other] Locked: there was no input for { $minutes } minutes. Enter the keys or the passphrase again. Your unfinished work is kept for the same access key.
}

## Failures: who failed, how, and what to do

failure-invalid = The request was not sent
failure-invalid_advice = Correct the fields listed here.
failure-timeout = No response within 30 seconds
failure-timeout_advice = The relay, the API Gateway or the service is slow or unreachable. Try again later.
failure-aborted = The request was cancelled
failure-network = The relay could not be reached
failure-network_advice = Check this computer's network and the relay's URL under Settings. A relay on another origin must allow this page (CORS).
failure-unsendable = This browser can't send the request
failure-unsendable_advice = Nothing was sent. Check the access key and the relay's URL.
failure-disconnected = Not connected
failure-disconnected_advice = Enter the keys again.
failure-no_permission = No permission
failure-service = Data Box Frame returned an error
failure-gateway = The API Gateway refused the request
failure-gateway_failed = The API Gateway returned an error
failure-unrecognised = The request failed
failure-relay = The relay returned an error
failure-relay_refused = Report the code to the administrator of the console's server.
failure-relay_upstream = The relay works, but its connection to the API Gateway does not. Try again later; if it persists, report it to the administrator of the console's server.
failure-repeated = The relay has already passed on a copy of this request
failure-repeated_advice = The browser repeated the request after its connection ended. The relay passes each request on once; the response to the first copy may have been lost.
failure-sign_in = Sign in to your company first
failure-sign_in_advice = The relay is behind single sign-on. Reload this page to sign in, then connect again. If there is no single sign-on, check the keys and this computer's clock.
failure-not_from_api = The response is not from the API
failure-unexpected = The response does not match the API reference
failure-not_from_api_advice = The relay or a proxy on the way responded instead. Check the relay's URL and its upstream.
failure-unexpected_advice = The service may have changed. See the response below.
failure-parameter = The message says which parameter the service did not accept.
failure-refused = The service did not accept this. See its message.
failure-authentication = Check the access key and the secret key, and that this computer's clock is right to within five minutes. If all are right, the relay may be changing requests: run "Check connection".
failure-permission = This key lacks the permission. Request it in Sub Account.
failure-no_such_thing = It does not exist or has been deleted.
failure-no_such_path = The gateway does not know this path. Check the gateway's URL and that the relay passes paths unchanged.
failure-bad_request = The gateway did not accept the request format. The relay must connect to it over https.
failure-quota = The account's request quota is used up.
failure-rate = Too many requests at once. Wait a moment, then try again.
failure-too_large = The allowed size is exceeded.
failure-endpoint = The gateway could not reach the service in time. Try again later.
failure-fault = The service failed. Try again later; if it persists, report the code and the time to NAVER Cloud support.
failure-linked = A service behind Data Box Frame failed. Try again later.
failure-unknown = The API reference does not list this code. See the message.
failure-empty = an empty response
failure-html = a web page
failure-text = plain text
failure-truncated = a truncated response
failure-invalid_json = unreadable JSON
failure-content_type = an unexpected content type

## Names of the fields of the API

field-frame_no = Frame
field-box_no = Data box
field-memo = Memo
field-spec = Spec code
field-storage = Block storage (GB)
field-storage_no = Block storage number
field-admin_password = Administrator password
field-password_1 = Password of ncp1
field-password_2 = Password of ncp2
field-password = Account password
field-edge_spec = Edge node spec code
field-master_spec = Master node spec code
field-master_storage = Master node storage (GB)
field-worker_spec = Worker node spec code
field-workers = Worker nodes
field-worker_storage = Worker node storage (GB)
field-volumes = Volumes
field-nas_size = Size of each (GB)
field-ssl_vpn_count = SSL VPN accounts
field-connect_servers = Connect servers
field-linux_servers = Linux servers
field-hadoop = Hadoop clusters
field-tensor_flow_cpu = TensorFlow CPU servers
field-tensor_flow_gpu = TensorFlow GPU servers
field-admin_servers = Admin servers
field-nas = NAS volumes
field-from = Requested from
field-to = Requested to
field-source_bucket = Source bucket
field-target_bucket = Target bucket
field-files = Files
field-file_name = File name
field-description = Description
field-purpose = Purpose
field-target_nas = Target NAS
field-source_nas = Source NAS
field-applicant = Applicant (SSL VPN account)
field-new_size = New size (GB)
field-reason = Reason
field-action = Action
field-server_no = Server number
field-cluster_no = Cluster number
field-nas_no = NAS number
field-block = External network
field-request_no = Request number
field-box_info = Data box
field-instance_no = Instance number
field-page_no = Page number
field-page_size = Page size

## One entry of a list in a form, as the heading of its row

item-connect_server = Connect server
item-linux_server = Linux server
item-hadoop = Hadoop cluster
item-tensor_flow_cpu = TensorFlow CPU server
item-tensor_flow_gpu = TensorFlow GPU server
item-admin_server = Admin server
item-nas = NAS volume group
item-file = File

## Buttons that add an entry to a list in a form

add-connect_server = Add Connect server
add-linux_server = Add Linux server
add-hadoop = Add Hadoop cluster
add-tensor_flow_cpu = Add TensorFlow CPU server
add-tensor_flow_gpu = Add TensorFlow GPU server
add-admin_server = Add admin server
add-nas = Add NAS volumes
add-file = Add file

## Why config.json cannot be used

config-unreachable = The file could not be loaded.
config-syntax = The file is not a valid JSON object.
# $line (usize)
# $column (usize)
config-place = Line { $line }, column { $column }
config-field = This field is missing or has the wrong type.
config-no_connection = No connection is offered, and custom connections are not allowed.

## Broken limits of fields; several may follow each other

problem-required = Required
# The names of two fields
# $first (&str)
# $second (&str)
problem-needs_one_of = { $first } or { $second }: at least one is required.
problem-invisible = Only invisible characters: enter visible text.
problem-not_a_number = Digits only
# $min (u64)
problem-at_least = A whole number, at least { $min }.
# $min (u64)
# $max (u64)
problem-range = A whole number from { $min } to { $max }.
# $min (u64)
# $max (u64)
# $step (u64)
problem-step = { $min } to { $max } in steps of { $step }.
# $max (usize)
problem-max_length = At most { $max } characters.
# $min (usize)
# $max (usize)
problem-length = { $min } to { $max } characters.
# max_length or length, with the number of characters that are too many
# $problem (&str)
# $count (usize)
problem-over_length = { $problem } { $count } too many.
# $min (usize)
# $max (usize)
problem-count = { $min } to { $max } entries.
problem-space = No spaces.
# $character (&str)
problem-forbidden = The character { $character } is not allowed.
problem-upper = Needs an upper-case letter.
problem-lower = Needs a lower-case letter.
problem-digit = Needs a digit.
problem-special = Needs a special character.
problem-not_a_date = This is not a valid date.
problem-start_after_end = The start is after the end.

## A response that does not match the API reference

# The documented type of a field; one of the texts below
# $what (&str)
mismatch-expected = expected: { $what }
# The received type; one of the texts below
# $what (&str)
mismatch-found = received: { $what }
mismatch-id = an identifier (a number or a short text)
mismatch-text = a text
mismatch-number = a number
mismatch-boolean = true or false
mismatch-date = a date
mismatch-status_code = a status code
mismatch-object = an object
mismatch-list = a list
mismatch-object_or_list = an object or a list
mismatch-receipt = a message or a request number
mismatch-requested = the requested item
mismatch-nothing = nothing
mismatch-null = null
mismatch-empty_text = an empty text
mismatch-long_text = a text that is too long
mismatch-another = another item or none

## The comparison with the API reference

compare-compare = Compare with the API reference
compare-hint = Reads what this account has, changes nothing, and reports where responses differ from the API reference.
compare-title = Compare with the API reference?
# $most (usize): requests of the whole run
# $samples (usize): requests of one operation
compare-requests = At most { $most } read requests are sent, two at a time: up to { $samples } for each operation, one more for each list with pages, and one for a frame that does not exist, to see an error response.
compare-privacy = Nothing is changed. The report holds paths, types, counts and codes, and no values of this account. It stops when you leave this page, lock it or forget the keys.
compare-start = Send requests
compare-stop = Stop
compare-comparing = Comparing…
# $sent (usize)
# $most (usize)
compare-progress = { $sent } of at most { $most } requests sent
# $differences (usize)
# $operations (usize): with answers
# $all (usize): that read
# $requests (usize)
compare-done = { $differences ->
    [0] Compared { $operations } of { $all } operations with { $requests } requests: no differences.
    [one] Compared { $operations } of { $all } operations with { $requests } requests: 1 difference.
   *[other] Compared { $operations } of { $all } operations with { $requests } requests: { $differences } differences.
}
# $differences (usize)
# $operations (usize): with answers
# $all (usize): that read
# $requests (usize)
compare-stopped = { $differences ->
    [0] Stopped after { $requests } requests and { $operations } of { $all } operations: no differences so far.
    [one] Stopped after { $requests } requests and { $operations } of { $all } operations: 1 difference so far.
   *[other] Stopped after { $requests } requests and { $operations } of { $all } operations: { $differences } differences so far.
}
compare-report = Comparison with the API reference
# $version (&str): the console's
# $date (&str)
compare-made = Data Box Frame Console { $version }, { $date }
compare-left_out = Values are left out. * stands for a name or a code that may be a value.
compare-save_json = Save as JSON
compare-save_markdown = Save as Markdown
compare-not_saved = The browser could not save the file.
compare-as_documented = As documented
# $count (usize)
compare-differences = { $count ->
    [one] 1 difference
   *[other] { $count } differences
}
# Below the others, folded
# $count (usize)
compare-others = { $count ->
    [one] 1 operation as documented
   *[other] { $count } operations as documented
}
compare-unread = Not read
compare-not_asked = The account has nothing to ask for.
# $requests (usize)
# $answers (usize)
# $records (usize)
compare-extent = Requests: { $requests }. Successful responses: { $answers }. Records: { $records }.
# $count (usize)
compare-unanswered = Without a response: { $count }.
compare-paging_checked = Paging compared.
compare-paging_unchecked = Paging not compared: too few records.
# $status (u32)
# $code (&str)
# $count (usize)
compare-error = Error HTTP { $status }, code { $code }: { $count }.
compare-response = response
# $finding (&str)
# $count (usize)
compare-counted = { $finding } ({ $count }×)
# $found (&str)
compare-undocumented = undocumented field; { $found }
compare-never_seen = documented, not seen in this account
compare-missing = required, but missing or empty
# $expected (&str)
# $found (&str)
compare-other_type = other type; { $expected }; { $found }
# $format (&str)
compare-date_format = date in another format: { $format }
# $code (&str)
compare-code = code in no table: { $code }
compare-page_too_long = more records than pageSize
compare-page_too_short = fewer records than totalCount and pageSize say
compare-total_too_small = totalCount is less than the records
compare-total_differs = totalCount differs between pages
compare-page_repeated = page 2 repeats page 1
compare-other_order = page 2 holds another record than page 1 says
compare-no_date = no Date header that this page can read
# $status (u32)
# $code (&str)
compare-error_code = error in no table: HTTP { $status }, code { $code }
# $status (u32)
compare-not_json = response without JSON: HTTP { $status }
compare-no_error = a frame that does not exist was answered without an error

## The review desk

# Accessible name of the pane with one request
desk-request = Request
# The age of a request: heading of a column, and label of "3 days"
desk-age = Waiting for
# $size (&str): with its unit
# $limit (&str): with its unit
desk-of_limit = { $size } of at most { $limit }
# $size (&str): with its unit
# $limit (&str): with its unit
desk-over_limit = { $size }: more than the documented limit of { $limit }
desk-choose = Choose a request from the list.
desk-start = Start with the first one
desk-views = Views
desk-all = All requests
desk-nothing_waits = No request waits for review.
desk-list_alone = List alone
desk-side_by_side = Side by side
desk-previous = Previous request
desk-next = Next request
desk-select = Select
# $file (&str)
desk-next_is = Next request: { $file }
desk-no_more = No more requests are waiting in this list.
desk-earlier = Earlier requests of this applicant
# $applicant (&str)
desk-earlier_of = Earlier requests of { $applicant }
desk-same_file = Earlier requests for this file
desk-none_earlier = None in the lists that were read.
# $length (&str)
# $count (usize): decisions
desk-usual = A decision on exports of this data box took { $length } (median of { $count }).
desk-lists_unread = Earlier requests are shown once the list of export reviews has been read.

## Keyboard shortcuts

shortcuts-title = Keyboard shortcuts
shortcuts-hint = Single keys act on the export review: J and K move, X selects, A approves and R rejects after a confirmation. Never while you type.
# A heading: keys that do the same on all pages
shortcuts-anywhere = Everywhere
shortcuts-send = Send what a dialog shows
shortcuts-switch_off = Single keys can be switched off in Settings.
shortcuts-help = Show all shortcuts
shortcuts-next = Next request
shortcuts-previous = Previous request
shortcuts-arrows = Move in the list
shortcuts-tick = Select the request, or deselect it
shortcuts-search = Go to the search
shortcuts-approve = Approve (asks first)
shortcuts-reject = Reject (asks first)

## The overview

overview-needs = Needs attention
overview-failed = Failed in the last 24 hours
overview-changing = Changing now
overview-none_waiting = No requests are waiting.
overview-none_failed = Nothing failed.
overview-none_changing = Nothing is changing.
# $count (usize)
overview-requests = { $count ->
    [one] 1 request
   *[other] { $count } requests
}
# The age of the oldest of several requests
# $age (&str)
overview-oldest = oldest { $age } ago
# The age of a single request
# $age (&str)
overview-age = { $age } ago
# In place of a number
overview-not_loaded = Not loaded
overview-unread = These could not be loaded:
# The number has a plus sign if there may be more
# $number (&str)
overview-nav_waiting = { $number } waiting for review
# Of a list of requests
# $time (&str)
overview-from_time = from { $time } on
overview-dates = Dates are as the service writes them. The API reference names no time zone; ages, days and the last 24 hours take them for Korean time (UTC+9).
overview-over_time = Over time
overview-period = Period
overview-exports_by_day = Exports per day
overview-imports_by_day = Imports per day
overview-decision_time = Time from request to decision
overview-day = Day
# The heading of a column of weeks
overview-week_head = Week from
# $day (&str)
overview-week = Week from { $day }
overview-approved = Approved
overview-open = Open
overview-rejected = Rejected
overview-cancelled = Cancelled
overview-failed_outcome = Failed
overview-other = Other
overview-median = Median
overview-slowest = 90th percentile
# $count (usize)
# $median (&str)
# $slowest (&str)
overview-decided = { $count ->
    [one] 1 decision, after { $median }. 90th percentile: { $slowest }.
   *[other] { $count } decisions, half of them within { $median }. 90th percentile: { $slowest }.
}
overview-no_decisions = No decisions in this period.
# The names of frames
# $frames (&str)
overview-without = Without these, which could not be loaded: { $frames }
# $frame (&str)
overview-topology = Topology of { $frame }
overview-topology_note = Imports, export requests and approved exports are those of the last 30 days. Boxes that were returned or are closed to this key are not read.
overview-admin_servers = Admin servers
overview-shared_nas = Shared NAS
overview-network_blocked = Network blocked
overview-network_open = Network allowed
overview-own_infra = Frame
overview-import_buckets = Import from
overview-export_buckets = Export to
overview-other_buckets = Other buckets
# $count (usize)
overview-imports = { $count ->
    [one] 1 import
   *[other] { $count } imports
}
# $count (usize)
overview-approved_count = { $count } approved
# $frame (&str)
overview-nas_of = NAS in use: { $frame }
overview-nas_note = Shared volumes one by one; of a data box all its volumes, whose use the API gives only as a sum.

## Charts

chart-table = Show as table
chart-picture = Show as chart
# The heading of a column of percentages
chart-share = Share
chart-used = Used
chart-high = Used, from 80%
chart-free = Free
