//! A client that signs requests and hands them to the simulator, with a clock of its own.

use databoxframe_simulator::contract::OPERATIONS;
use databoxframe_simulator::{
    Behaviour, Reply, Request, Response, Settings, Simulator, Timestamp, signature,
};
use serde_json::{Value, json};

/// A Tuesday in November 2026.
pub const NOW: Timestamp = Timestamp(1_795_500_000_000);

/// Seeded: a box in use with everything in it.
pub const FRAME: u64 = 83;
pub const BOX: u64 = 381;

pub const PASSWORD: &str = "Abcdef1!";

pub struct Client {
    pub simulator: Simulator,
    pub now: Timestamp,
    pub language: Option<&'static str>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
    pub date: String,
}

impl Answer {
    pub fn content(&self) -> &[Value] {
        self.body["content"].as_array().map_or(&[], Vec::as_slice)
    }

    pub fn code(&self) -> &str {
        self.body["error"]["errorCode"].as_str().unwrap_or_default()
    }

    pub fn details(&self) -> &str {
        self.body["error"]["details"].as_str().unwrap_or_default()
    }

    /// The answer, which has to be a good one.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.status, 200, "{}", self.body);
        self
    }

    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Self {
        assert_eq!((self.status, self.code()), (status, code), "{}", self.body);
        self
    }
}

impl Client {
    pub fn new() -> Self {
        Self::with(Settings::default(), Behaviour::default())
    }

    pub fn with(settings: Settings, behaviour: Behaviour) -> Self {
        Self { simulator: Simulator::new(settings, behaviour, NOW), now: NOW, language: None }
    }

    pub fn request(&self, method: &str, target: &str, body: &[u8]) -> Request {
        let mut request = signed(method, target, body, self.now);
        request.headers.extend(self.language.map(|language| ("x-ncp-lang".into(), language.into())));
        request
    }

    pub fn reply(&mut self, request: &Request) -> Reply {
        self.simulator.answer(request, self.now)
    }

    pub fn send(&mut self, request: &Request) -> Answer {
        let response = self.reply(request).response.expect("an answer");
        Answer {
            status: response.status,
            date: response.header("date").unwrap_or_default().into(),
            body: serde_json::from_slice(&response.body).unwrap_or(Value::Null),
        }
    }

    pub fn get(&mut self, operation: &str, query: &str) -> Answer {
        let target = if query.is_empty() { path(operation) } else { format!("{}?{query}", path(operation)) };
        self.send(&self.request("GET", &target, b""))
    }

    pub fn post(&mut self, operation: &str, body: &Value) -> Answer {
        self.send(&self.request("POST", &path(operation), body.to_string().as_bytes()))
    }

    pub fn control(&mut self, method: &str, path: &str, body: &Value) -> Response {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let request =
            Request { method: method.into(), target: path.into(), body: body.into(), ..Request::default() };
        self.simulator.control(&request, self.now)
    }

    /// Puts the work forward.
    pub fn advance(&mut self, ms: u64) {
        assert_eq!(self.control("POST", "/advance", &json!({ "ms": ms })).status, 200);
    }

    pub fn wait(&mut self, ms: i64) {
        self.now = self.now.plus_ms(ms);
    }

    /// The first export that waits for review in a box.
    pub fn waiting_export(&mut self, frame_no: u64, box_no: u64) -> u64 {
        let query = format!("dataBoxFrameNo={frame_no}&dataBoxNo={box_no}&status=REQ_CMPL");
        let answer = self.get("get-export-file-approve-list", &query).ok();
        answer.content()[0]["exportApplyId"].as_str().unwrap().parse().unwrap()
    }

    pub fn export_status(&mut self, id: u64) -> String {
        let query = format!("dataBoxFrameNo={FRAME}&dataBoxNo={BOX}&exportApplyId={id}");
        let answer = self.get("get-export-apply-detail", &query).ok();
        answer.content()[0]["status"].as_str().unwrap().into()
    }

    pub fn box_status(&mut self, frame_no: u64, box_no: u64) -> String {
        let query = format!("dataBoxFrameNo={frame_no}&dataBoxNo={box_no}");
        self.get("get-data-box-summary-info", &query).ok().body["statusCode"].as_str().unwrap().into()
    }

    /// The rows of a box's infrastructure with this product.
    pub fn infrastructure(&mut self, product: &str) -> Vec<Value> {
        let answer = self.get("get-data-box-infra-list", &format!("dataBoxFrameNo={FRAME}&dataBoxNo={BOX}"));
        answer.ok().content().iter().filter(|row| row["productCode"] == product).cloned().collect()
    }

    pub fn instance_no(&mut self, product: &str) -> u64 {
        self.infrastructure(product)[0]["instanceNo"].as_str().unwrap().parse().unwrap()
    }

    pub fn vpn_no(&mut self) -> u64 {
        let answer = self.get("get-ssl-vpn-account-list", &format!("dataBoxFrameNo={FRAME}&dataBoxNo={BOX}"));
        answer.ok().content()[0]["sslVpnNo"].as_str().unwrap().parse().unwrap()
    }
}

pub fn path(operation: &str) -> String {
    let contract = OPERATIONS.iter().find(|contract| contract.name == operation);
    contract.unwrap_or_else(|| panic!("no operation {operation}")).path.into()
}

pub fn signed(method: &str, target: &str, body: &[u8], at: Timestamp) -> Request {
    let Settings { access_key, secret_key, .. } = Settings::default();
    let timestamp = at.0.to_string();
    let text = signature::string_to_sign(method, target, &timestamp, &access_key);
    let headers = [
        ("x-ncp-apigw-timestamp", timestamp),
        ("x-ncp-iam-access-key", access_key),
        ("x-ncp-apigw-signature-v2", signature::sign(&secret_key, &text)),
    ];
    Request {
        method: method.into(),
        target: target.into(),
        headers: headers.into_iter().map(|(name, value)| (name.into(), value)).collect(),
        body: body.into(),
    }
}

/// The export of two files from the seeded box.
pub fn export_body(client: &mut Client) -> Value {
    json!({
        "dataBoxFrameNo": FRAME,
        "dataBoxNo": BOX,
        "exportPurpose": "논문 투고용 표",
        "sourceFileInfoList": [{ "fileName": "table 1+2.csv", "description": "집계표" }, { "fileName": "b.csv" }],
        "sourceNasInstanceNo": client.instance_no("NAS"),
        "sslVpnNo": client.vpn_no(),
        "targetBucketName": "cohort-results",
    })
}

pub fn import_body(client: &mut Client, file: &str) -> Value {
    json!({
        "dataBoxFrameNo": FRAME,
        "dataBoxNo": BOX,
        "sourceBucketName": "cohort-raw-data",
        "sourceFileInfoList": [{ "fileName": file }],
        "targetNasInstanceNo": client.instance_no("NAS"),
    })
}

/// A box with one Connect server, one TensorFlow server and one NAS volume.
pub fn new_box_body() -> Value {
    json!({
        "dataBoxFrameNo": FRAME.to_string(),
        "dataBoxInfo": {
            "connectServerList": [{
                "prodSpecId": 4002, "storageSize": 100,
                "adminPassword": PASSWORD, "userPassword1": PASSWORD, "userPassword2": PASSWORD,
            }],
            "memo": "새 박스",
            "nasList": [{ "count": 2, "nasSize": 500 }],
            "sslVpnCount": 3,
            "tensorFlowCpuServerList": [{ "prodSpecId": 8001, "storageSize": 100, "userPassword": PASSWORD }],
        },
    })
}
