//! The texts of the demo.

/// One language's.
pub struct DemoTexts {
    /// "Try the demo"
    pub offer: &'static str,
    /// What it is.
    pub offer_hint: &'static str,
    /// Its files are gone.
    pub upgraded: &'static str,
    /// It did not start, with the browser's message.
    pub failed: fn(&str) -> String,
    /// The name of its connection.
    pub name: &'static str,
    /// The banner.
    pub banner: &'static str,
    /// "Faults"
    pub faults: &'static str,
    /// "none"
    pub no_faults: &'static str,
}

pub(super) const ENGLISH: DemoTexts = DemoTexts {
    offer: "Try the demo",
    offer_hint: "A simulator in this browser with invented data. No keys, nothing leaves the browser.",
    upgraded: "The console was upgraded since this page was opened. Reload the page, then try the demo again.",
    failed: |message| format!("The demo could not be started. Reload the page and try again. ({message})"),
    name: "Demo",
    banner: "This is a demo with invented data. Nothing leaves this browser, and a reload starts it again.",
    faults: "Requests that fail",
    no_faults: "none",
};

pub(super) const KOREAN: DemoTexts = DemoTexts {
    offer: "데모 사용해 보기",
    offer_hint: "이 브라우저 안의 시뮬레이터와 가상 데이터를 사용합니다. 키가 필요 없고, 브라우저 밖으로 아무것도 나가지 않습니다.",
    upgraded: "이 페이지를 연 뒤에 콘솔이 업그레이드되었습니다. 페이지를 새로 고친 다음 데모를 다시 시작하세요.",
    failed: |message| {
        format!("데모를 시작하지 못했습니다. 페이지를 새로 고치고 다시 시도하세요. ({message})")
    },
    name: "데모",
    banner: "가상 데이터를 사용하는 데모입니다. 브라우저 밖으로 아무것도 나가지 않으며, 새로 고치면 처음부터 시작합니다.",
    faults: "실패하는 요청",
    no_faults: "없음",
};
