use databoxframe::Error;
use databoxframe::error::{Envelope, NotFromApi};

use super::*;
use crate::connection::{Origin, Relay};
use Diagnostic as D;
use Verdict::{Good, Judge, NeedsFix, Unchecked};

const PAGE: &str = "https://console.example";
const GATEWAY: &str = "https://gateway.example";
const ELSEWHERE: &str = "https://relay.example/relay";

fn refusal(status: u16, kind: ErrorKind) -> Result<(), Failure> {
    Err(Failure::Answer(Error { status, kind, raw: Box::default() }))
}

fn envelope(code: &str) -> Envelope {
    Envelope { code: code.into(), ..Envelope::default() }
}

/// What the gateway answers to a signature that does not fit.
fn refused() -> Result<(), Failure> {
    refusal(401, ErrorKind::Gateway(envelope("200")))
}

fn network() -> Result<(), Failure> {
    Err(Failure::Network("Failed to fetch".into()))
}

/// An answer that can be read, with its `Date` or without.
fn answered(dated: bool, result: Result<(), Failure>) -> Trial<()> {
    Trial { result, meta: ResponseMeta { answered: true, dated, ..ResponseMeta::default() } }
}

fn silence(result: Result<(), Failure>) -> Trial<()> {
    Trial { result, meta: ResponseMeta::default() }
}

/// Where requests go; kept for as long as the tests run.
fn hops(page: &str, relay: &str, gateway: &str) -> &'static Hops {
    let relay = Relay::parse(relay).unwrap();
    Box::leak(Box::new(Hops::new(Origin::of(page).unwrap(), &relay, gateway).unwrap()))
}

fn observed(relay: &str, plain: Trial<()>, query: Option<Trial<()>>) -> CheckResults<'static> {
    CheckResults { hops: hops(PAGE, relay, GATEWAY), plain, query, behind: Some(0.0) }
}

fn good_reads(relay: &str) -> CheckResults<'static> {
    observed(relay, answered(true, Ok(())), Some(answered(true, Ok(()))))
}

#[test]
fn a_good_relay_has_seven_ticks() {
    assert_eq!(
        findings(&good_reads("/relay")),
        [
            (Good, D::Answers),
            (Good, D::SameOrigin),
            (Good, D::Accepted),
            (Good, D::Unchanged),
            (Good, D::Clock),
            (Good, D::Encrypted),
            (Good, D::Own),
        ],
    );
}

#[test]
fn silence_is_not_explained_further_than_a_page_can() {
    let [keys, path, date] = [UNCHECKED; 3];
    let encryption = (Good, D::Encrypted);
    assert_eq!(
        findings(&observed("/relay", silence(network()), None)),
        [(NeedsFix, D::Silent), (Good, D::SameOrigin), keys, path, date, encryption, (Good, D::Own)],
    );
    assert_eq!(
        findings(&observed(ELSEWHERE, silence(network()), None)),
        [(NeedsFix, D::Silent), UNCHECKED, keys, path, date, encryption, (Judge, D::Stranger)],
    );
    let timeout = observed("/relay", silence(Err(Failure::Timeout)), None);
    assert_eq!(findings(&timeout)[0], (NeedsFix, D::Failure));
}

#[test]
fn what_answers_in_the_gateways_place_is_named_and_has_no_date_of_its_own() {
    for kind in [
        ErrorKind::Relay(envelope("RELAY_UPSTREAM")),
        ErrorKind::NotFromApi(NotFromApi::Html),
        ErrorKind::Gateway(envelope("300")),
    ] {
        let [answers, cors, keys, path, date, ..] =
            findings(&observed(ELSEWHERE, answered(true, refusal(502, kind)), None));
        assert_eq!(answers, (NeedsFix, D::Failure));
        // That much is known of it.
        assert_eq!(cors, (Good, D::Exposed));
        for later in [keys, path, date] {
            assert_eq!(later, UNCHECKED);
        }
    }
}

#[test]
fn a_changed_query_is_not_taken_for_wrong_keys() {
    let of = |plain, query: Option<_>| {
        let query = query.map(|result| answered(true, result));
        let [_, _, keys, path, ..] = findings(&observed("/relay", answered(true, plain), query));
        [keys, path]
    };
    let accepted = (Good, D::Accepted);
    assert_eq!(of(refused(), None), [(NeedsFix, D::Refused), UNCHECKED]);
    assert_eq!(of(Ok(()), Some(refused())), [accepted, (NeedsFix, D::Changed)]);
    // The service looks at what the gateway has let pass.
    let unknown = refusal(404, ErrorKind::Service(envelope("10009")));
    assert_eq!(of(Ok(()), Some(unknown)), [accepted, (Good, D::Unchanged)]);
    for other in [network(), refusal(404, ErrorKind::Relay(envelope("RELAY_PATH")))] {
        assert_eq!(of(Ok(()), Some(other)), [accepted, (NeedsFix, D::QueryFailure)]);
    }
    let forbidden = refusal(403, ErrorKind::Gateway(envelope("210")));
    assert_eq!(of(forbidden, None), [(NeedsFix, D::Failure), UNCHECKED]);
}

#[test]
fn a_date_that_cannot_be_read_is_the_relays_or_that_of_cors() {
    let of = |relay, dated| {
        let query = Some(answered(dated, Ok(())));
        let [_, cors, _, _, date, ..] = findings(&observed(relay, answered(dated, Ok(())), query));
        (cors, date)
    };
    assert_eq!(of("/relay", false), ((Good, D::SameOrigin), (NeedsFix, D::Undated)));
    assert_eq!(of(ELSEWHERE, false), ((NeedsFix, D::NotExposed), UNCHECKED));
    assert_eq!(of(ELSEWHERE, true), ((Good, D::Exposed), (Good, D::Clock)));
    for (behind, verdict) in [(420_000.0, Good), (-420_000.0, Good), (2.0 * MAX_CORRECTED_MS, NeedsFix)] {
        let seen = CheckResults { behind: Some(behind), ..good_reads("/relay") };
        assert_eq!(findings(&seen)[4], (verdict, D::Clock));
    }
}

#[test]
fn a_clock_that_is_days_off_is_called_so_and_not_the_keys_alone() {
    let Err(Failure::Answer(error)) = refused() else { return };
    let behind = 3.0 * MAX_CORRECTED_MS;
    let plain = answered(true, Err(Failure::Clock(error, behind)));
    let seen = CheckResults { behind: Some(behind), ..observed("/relay", plain, None) };
    let [answers, _, keys, path, date, ..] = findings(&seen);
    assert_eq!([answers.0, keys.0, path.0, date.0], [Good, NeedsFix, Unchecked, NeedsFix]);
}

#[test]
fn http_is_fine_on_this_computer_only() {
    let of = |page, relay, gateway| {
        let seen = CheckResults { hops: hops(page, relay, gateway), ..good_reads(relay) };
        let [.., encryption, _] = findings(&seen);
        encryption
    };
    let local = "http://127.0.0.1:8080";
    assert_eq!(of(PAGE, "/relay", GATEWAY), (Good, D::Encrypted));
    assert_eq!(of(local, "/relay", GATEWAY), (Good, D::Loopback));
    assert_eq!(of(PAGE, "/relay", "http://localhost:4010"), (Good, D::Loopback));
    for (page, relay, gateway) in [
        ("http://console.example", "/relay", GATEWAY),
        (PAGE, "http://relay.example", GATEWAY),
        (PAGE, "/relay", "http://gateway.example"),
    ] {
        assert_eq!(of(page, relay, gateway), (NeedsFix, D::Unencrypted), "{page} {relay} {gateway}");
    }
}

#[test]
fn whose_relay_it_is_only_a_person_can_tell() {
    let of = |relay| {
        let [.., whose] = findings(&good_reads(relay));
        whose
    };
    assert_eq!(of("/relay"), (Good, D::Own));
    assert_eq!(of(ELSEWHERE), (Judge, D::Stranger));
    let proxy = (Judge, D::Stranger);
    assert_eq!(of("https://proxy.example/{url}"), proxy);
    assert_eq!(of(""), (Good, D::Direct));
}
