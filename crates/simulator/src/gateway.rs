//! The API Gateway: checks caller, operation and form of each request.

use crate::answer::Refusal;
use crate::contract::{self, OperationContract};
use crate::message::{Request, Response};
use crate::operations;
use crate::signature;
use crate::text::Language;
use crate::time::Timestamp;
use crate::world::World;

/// A timestamp further than this from the gateway's clock is refused.
const TIMESTAMP_TOLERANCE_MS: u64 = 5 * 60 * 1_000;

/// The largest body the gateway takes. The real limit is not documented.
pub(crate) const BODY_LIMIT: usize = 1024 * 1024;

/// Answers one request. Time passes in the world until `now`.
pub fn handle(world: &mut World, request: &Request, now: Timestamp) -> Response {
    world.catch_up(now);
    let language = Language::from_header(request.header("x-ncp-lang"));
    let gateway_now = now.plus_ms(world.gateway_clock_offset);
    let answer = route(world, request, gateway_now)
        .and_then(|contract| {
            let arguments = contract::decode(contract, &request.target, &request.body);
            let arguments = arguments.map_err(Refusal::Parameters)?;
            operations::perform(contract.operation, world, &arguments, operations::Context { now, language })
        })
        .map_or_else(|refusal| refusal.into_response(language), |body| Response::json(200, &body));
    answer.with_header("date", gateway_now.to_http_date())
}

/// Checks of the gateway, before the service sees a request.
fn route(world: &World, request: &Request, now: Timestamp) -> Result<&'static OperationContract, Refusal> {
    // A preflight carries no signature, so a gateway that authenticates every request refuses it.
    if request.method == "OPTIONS" {
        return Err(Refusal::Authentication("OPTIONS carries no signature.".into()));
    }
    let (method, path) = (request.method.as_str(), request.path());
    let contract =
        contract::find(method, path).ok_or_else(|| Refusal::Route(format!("No API is {method} {path}.")))?;
    authenticate(world, request, now)?;
    if request.body.len() > BODY_LIMIT {
        return Err(Refusal::TooLarge);
    }
    if std::str::from_utf8(&request.body).is_err() {
        return Err(Refusal::Encoding);
    }
    Ok(contract)
}

fn authenticate(world: &World, request: &Request, now: Timestamp) -> Result<(), Refusal> {
    let header = |name: &str| {
        let value = request.header(name).filter(|value| !value.is_empty());
        value.ok_or_else(|| Refusal::Authentication(format!("The header {name} is missing.")))
    };
    let timestamp = header("x-ncp-apigw-timestamp")?;
    let access_key = header("x-ncp-iam-access-key")?;
    let given = header("x-ncp-apigw-signature-v2")?;
    let refuse = |why: &str| Err(Refusal::Authentication(why.into()));

    let Ok(signed_at) = timestamp.parse::<i64>() else {
        return refuse("The timestamp is not a number of milliseconds.");
    };
    if signed_at.abs_diff(now.0) > TIMESTAMP_TOLERANCE_MS {
        return refuse("The timestamp is more than 5 minutes away from the gateway's clock.");
    }
    let settings = &world.settings;
    if access_key != settings.access_key {
        return refuse("The access key is not known.");
    }
    let text = signature::string_to_sign(&request.method, &request.target, timestamp, access_key);
    if !signature::verify(&settings.secret_key, &text, given) {
        return refuse("The signature does not match the request.");
    }
    Ok(())
}
