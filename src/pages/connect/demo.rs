//! The demo: offer on the Connect page, and banner on all other pages.

use databoxframe::{Credentials, SecretKey};
use leptos::prelude::*;

use super::attempt::Attempt;
use crate::components::{Button, Choice, Select};
use crate::connection::{Config, Connection, Relay};
use crate::console::Console;
use crate::gateway::{DemoError, load_demo, set_faults};
use crate::locale::{DemoTexts, texts};

/// Keys of the simulator, which are no secret.
const KEYS: (&str, &str) = ("DEMO-ACCESS-KEY", "DEMO-SECRET-KEY-ONLY-FOR-THE-SIMULATOR");

/// The button that starts the demo, unless `config.json` switches it off.
pub fn offer(attempt: Attempt) -> Option<AnyView> {
    let t = &texts().demo;
    if !Console::expect().config.with_value(|config| config.demo) {
        return None;
    }
    let start = Callback::new(move |()| {
        if attempt.ready() {
            attempt.begin(async move {
                match load_demo().await {
                    Ok(()) => attempt.connect(connection(t), None).await,
                    Err(DemoError::Upgraded) => attempt.refuse(|t| t.demo.upgraded.to_owned()),
                    Err(DemoError::Failed(message)) => attempt.refuse(move |t| (t.demo.failed)(&message)),
                }
            });
        }
    });
    let offer = view! {
        <div class="offer">
            <Button label=t.offer on_press=start />
            <p class="hint">{t.offer_hint}</p>
        </div>
    };
    Some(offer.into_any())
}

fn connection(t: &DemoTexts) -> Connection {
    Connection {
        name: t.name.to_owned(),
        gateway: Config::DEFAULT_GATEWAY.to_owned(),
        relay: Relay::demo(),
        credentials: Credentials::new(KEYS.0, SecretKey::new(KEYS.1.to_owned())),
    }
}

/// Banner above each page of the demo.
pub fn banner() -> AnyView {
    let t = &texts().demo;
    // A change of language re-creates the banner with its initial choice.
    set_faults(0);
    let percent = RwSignal::new("0".to_owned());
    let choice = |percent: &str| Choice {
        value: percent.to_owned(),
        text: if percent == "0" { t.no_faults.to_owned() } else { (texts().percent)(percent) },
    };
    let choices: Vec<Choice> = ["0", "10", "30", "60"].into_iter().map(choice).collect();
    let on_change = Callback::new(move |chosen: String| {
        set_faults(chosen.parse().unwrap_or_default());
        percent.set(chosen);
    });
    let value = Signal::derive(move || percent.get());
    view! {
        <aside class="notices">
            <div class="alert alert-notice alert-good">
                <p>{t.banner}</p>
                <Select label=t.faults value=value choices=choices on_change=on_change inline=true />
            </div>
        </aside>
    }
    .into_any()
}
