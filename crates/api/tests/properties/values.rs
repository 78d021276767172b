//! Values of the fields of requests.

use std::fmt::Debug;

use databoxframe::code::ExportStatus;
use databoxframe::data_box::*;
use databoxframe::date::DateTime;
use databoxframe::frame::*;
use databoxframe::{Id, Page, Password};
use databoxframe_characters::has_visible;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Values of fields: tame ones keep every documented limit, wild ones break some.
#[derive(Clone, Copy)]
pub struct Make {
    pub wild: bool,
}

pub type Any<T> = BoxedStrategy<T>;

impl Make {
    pub fn mix<T: Debug + 'static>(
        self,
        tame: impl Strategy<Value = T> + 'static,
        wild: impl Strategy<Value = T> + 'static,
    ) -> Any<T> {
        if self.wild { prop_oneof![29 => tame, 1 => wild].boxed() } else { tame.boxed() }
    }

    pub fn id(self) -> Any<Id> {
        self.mix(
            prop_oneof![any::<u64>().prop_map(Id::from), "0{0,3}[1-9][0-9]{0,9}".prop_map(Id::new)],
            prop_oneof!["[-+0-9.* ]{0,24}", any::<String>()].prop_map(Id::new),
        )
    }

    pub fn count(self) -> Any<u64> {
        self.mix(prop_oneof![1..=9000_u64, Just(i32::MAX as u64)], prop_oneof![Just(0), any::<u64>()])
    }

    pub fn nas_gb(self) -> Any<u64> {
        self.mix((5..=100_u64).prop_map(|n| n * 100), prop_oneof![0..=11_000_u64, any::<u64>()])
    }

    pub fn password(self) -> Any<Password> {
        let tame = (
            "[A-Z][a-z][0-9][-!#$%()*+,.:;<=>?@^_{|}~\\\\\\[\\]]",
            "[A-Za-z0-9!#$%()*+,.:;<=>?@^_{|}~\\\\\\[\\]-]{4,10}",
        );
        let wild = prop_oneof![
            "[ -~]{0,16}",
            // All four classes, and perhaps a character that is of none.
            "[A-Z][a-z][0-9][!#$%][a-z한é\\t]{4,10}",
            "[A-Z][a-z][0-9][!-/][!-~₩ ]{3,11}",
            any::<String>(),
        ];
        self.mix(tame.prop_map(|(a, b)| b + &a), wild).prop_map(Password::new).boxed()
    }

    /// Of a length in characters; also of one at its limits.
    pub fn text(self, min: usize, max: usize) -> Any<String> {
        let of = |lengths| vec(any::<char>(), lengths).prop_map(String::from_iter);
        let tame = prop_oneof![6 => of(min..=max.min(40)), 1 => of(min..=min), 1 => of(max..=max)]
            .prop_filter("a text that has to be there is seen", move |text| min == 0 || has_visible(text));
        self.mix(tame, prop_oneof![of(0..=0), of(max + 1..=max + 1)])
    }

    pub fn name(self) -> Any<String> {
        let text = |min| vec(any::<char>(), min..60).prop_map(String::from_iter);
        self.mix(text(1).prop_filter("a name is seen", |text| has_visible(text)), text(0))
    }

    pub fn memo(self) -> Any<Option<String>> {
        option::of(any::<String>()).boxed()
    }

    pub fn page(self, max: u64) -> Any<Option<Page>> {
        let bound = || self.mix(1..=max, prop_oneof![0..=max + 1, any::<u64>()]);
        option::of((bound(), bound()).prop_map(|(number, size)| Page { number, size })).boxed()
    }

    pub fn window(self) -> Any<(Option<DateTime>, Option<DateTime>)> {
        let wild = any::<(u16, u8, u8, u8, u8, u8)>().prop_map(|(year, month, day, hour, minute, second)| {
            DateTime { year, month, day, hour, minute, second }
        });
        let close = (0..=10_001_u16, 0..=13_u8, 0..=32_u8, 0..=24_u8, 0..=60_u8, 0..=60_u8).prop_map(
            |(year, month, day, hour, minute, second)| DateTime { year, month, day, hour, minute, second },
        );
        let one = || self.mix(date_time(), prop_oneof![wild.clone(), close.clone()]);
        let tame = !self.wild;
        (option::of(one()), option::of(one()))
            .prop_map(move |(start, end)| match (start, end) {
                (Some(start), Some(end)) if tame && start > end => (Some(end), Some(start)),
                window => window,
            })
            .boxed()
    }

    pub fn export_status(self) -> Any<Option<ExportStatus>> {
        option::of(self.name().prop_map(|code| ExportStatus::from_code(&code))).boxed()
    }

    pub fn list<T: Debug + 'static>(self, item: Any<T>, min: usize) -> Any<Vec<T>> {
        self.mix(vec(item.clone(), min..4), vec(item, 0..=1))
    }

    pub fn connect_server(self) -> Any<ConnectServer> {
        // Storage is required where a box is changed, optional where it is created.
        let storage = self.mix(self.count().prop_map(Some), option::of(self.count()));
        (self.count(), storage, self.password(), self.password(), self.password())
            .prop_map(|(prod_spec_id, storage_size, admin_password, user_password_1, user_password_2)| {
                ConnectServer { prod_spec_id, storage_size, admin_password, user_password_1, user_password_2 }
            })
            .boxed()
    }

    pub fn hadoop(self) -> Any<Hadoop> {
        let count = || self.count();
        (count(), count(), option::of(count()), count(), count(), option::of(count()), self.password())
            .prop_map(|(edge, master, master_size, worker, workers, worker_size, user_password)| Hadoop {
                edge_node_prod_spec_id: edge,
                master_node_prod_spec_id: master,
                master_node_storage_size: master_size,
                worker_node_prod_spec_id: worker,
                worker_node_count: workers,
                worker_node_storage_size: worker_size,
                user_password,
            })
            .boxed()
    }

    pub fn server(self) -> Any<Server> {
        (self.count(), option::of(self.count()), self.password())
            .prop_map(|(prod_spec_id, storage_size, user_password)| Server {
                prod_spec_id,
                storage_size,
                user_password,
            })
            .boxed()
    }

    pub fn nas_change(self) -> Any<NasChange> {
        prop_oneof![
            (self.count(), self.nas_gb()).prop_map(|(count, nas_size)| NasChange::Create { count, nas_size }),
            self.id().prop_map(|instance_no| NasChange::Delete { instance_no }),
        ]
        .boxed()
    }

    pub fn admin_server_change(self) -> Any<AdminServerChange> {
        prop_oneof![
            (self.count(), self.password()).prop_map(|(prod_spec_id, user_password)| {
                AdminServerChange::Create { prod_spec_id, user_password }
            }),
            (self.id(), self.count(), option::of(self.password())).prop_map(
                |(instance_no, prod_spec_id, user_password)| {
                    AdminServerChange::Update { instance_no, prod_spec_id, user_password }
                }
            ),
            self.id().prop_map(|instance_no| AdminServerChange::Delete { instance_no }),
        ]
        .boxed()
    }

    pub fn connect_server_change(self) -> Any<ConnectServerChange> {
        prop_oneof![
            self.connect_server().prop_map(ConnectServerChange::Create),
            (self.id(), option::of(self.id()), self.count(), self.count()).prop_map(
                |(server_instance_no, block_storage_instance_no, prod_spec_id, storage_size)| {
                    ConnectServerChange::Update {
                        server_instance_no,
                        block_storage_instance_no,
                        prod_spec_id,
                        storage_size,
                    }
                }
            ),
            self.id().prop_map(|server_instance_no| ConnectServerChange::Delete { server_instance_no }),
        ]
        .boxed()
    }

    pub fn hadoop_change(self) -> Any<HadoopChange> {
        prop_oneof![
            self.hadoop().prop_map(HadoopChange::Create),
            (self.id(), self.count(), self.count(), self.count()).prop_map(
                |(hadoop_instance_no, edge, master, worker)| HadoopChange::Update {
                    hadoop_instance_no,
                    edge_node_prod_spec_id: edge,
                    master_node_prod_spec_id: master,
                    worker_node_prod_spec_id: worker,
                }
            ),
            self.id().prop_map(|hadoop_instance_no| HadoopChange::Delete { hadoop_instance_no }),
        ]
        .boxed()
    }

    pub fn server_change(self) -> Any<ServerChange> {
        let update = (
            self.id(),
            option::of(self.id()),
            self.count(),
            option::of(self.count()),
            option::of(self.password()),
        );
        prop_oneof![
            self.server().prop_map(ServerChange::Create),
            update.prop_map(
                |(
                    server_instance_no,
                    block_storage_instance_no,
                    prod_spec_id,
                    storage_size,
                    user_password,
                )| {
                    ServerChange::Update {
                        server_instance_no,
                        block_storage_instance_no,
                        prod_spec_id,
                        storage_size,
                        user_password,
                    }
                }
            ),
            self.id().prop_map(|server_instance_no| ServerChange::Delete { server_instance_no }),
        ]
        .boxed()
    }
}

/// Days and times that exist.
pub fn date_time() -> Any<DateTime> {
    (0..=9999_u16, 1..=12_u8, 1..=31_u8, 0..=23_u8, 0..=59_u8, 0..=59_u8)
        .prop_map(|(year, month, day, hour, minute, second)| {
            let date = DateTime { year, month, day, hour, minute, second };
            if date.is_valid() { date } else { DateTime { day: 28, ..date } }
        })
        .boxed()
}
