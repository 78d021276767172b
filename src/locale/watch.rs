//! The texts of changes under way and of their end.

/// One language's.
pub struct WatchTexts {
    /// Since what time of day something is changing.
    pub since: fn(&str) -> String,
    /// That something has another state now: what, which.
    pub became: fn(&str, &str) -> String,
    /// That something is not listed any more.
    pub gone: fn(&str) -> String,
    /// That so many more have changed.
    pub more: fn(usize) -> String,
    /// "Import"
    pub import: &'static str,
    /// "Export"
    pub export: &'static str,
    /// "Notifications"
    pub notifications: &'static str,
    /// "Notify me when a change is done"
    pub notify: &'static str,
    /// What that means.
    pub notify_hint: &'static str,
    /// Why it can't be switched on: forbidden.
    pub denied: &'static str,
    /// Why it can't be switched on: the browser or the address has none.
    pub unavailable: &'static str,
}

/// English.
pub const ENGLISH: WatchTexts = WatchTexts {
    since: |time| format!("since {time}"),
    became: |name, state| format!("{name}: {state}"),
    gone: |name| format!("{name}: no longer listed"),
    more: |count| format!("and {count} more"),
    import: "Import",
    export: "Export",
    notifications: "Notifications",
    notify: "Notify me when a change is done",
    notify_hint: "The browser tells you while this tab is hidden. Lists that are open are then read once a minute as long as something in them changes.",
    denied: "The browser does not allow notifications for this address. Allow them in its site settings, then reload the page.",
    unavailable: "Notifications need a browser that has them and a page served over https.",
};

/// Korean.
pub const KOREAN: WatchTexts = WatchTexts {
    since: |time| format!("{time}부터"),
    became: |name, state| format!("{name}: {state}"),
    gone: |name| format!("{name}: 목록에서 사라짐"),
    more: |count| format!("외 {count}건"),
    import: "반입",
    export: "반출",
    notifications: "알림",
    notify: "변경이 끝나면 알림",
    notify_hint: "이 탭이 보이지 않을 때 브라우저가 알려 줍니다. 열려 있는 목록에 변경 중인 항목이 있는 동안 1분마다 다시 조회합니다.",
    denied: "브라우저가 이 주소의 알림을 허용하지 않습니다. 브라우저의 사이트 설정에서 허용한 뒤 페이지를 새로 고치세요.",
    unavailable: "알림을 사용하려면 이를 지원하는 브라우저와 https로 제공되는 페이지가 필요합니다.",
};
