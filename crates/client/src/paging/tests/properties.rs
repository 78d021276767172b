//! Any server, and any order of its answers.

use proptest::prelude::*;

use super::*;

/// A server: how many records there are, what it says of them, and which pages fail or repeat another.
#[derive(Clone, Debug)]
struct Server {
    count: u64,
    totals: Vec<Option<u64>>,
    fails: Vec<u64>,
    /// (page, the page it sends)
    repeats: Vec<(u64, u64)>,
    anonymous: bool,
}

impl Server {
    fn serve(&self, number: u64) -> Result<List<One>, Failure> {
        if self.fails.contains(&number) {
            return Err(Failure::Timeout);
        }
        let sent = self.repeats.iter().find(|(page, _)| *page == number).map_or(number, |(_, sent)| *sent);
        let mut content = page(sent, self.count);
        if self.anonymous {
            content.iter_mut().for_each(|one| *one = One(None, if sent % 2 == 0 { "even" } else { "odd" }));
        }
        let total = self.totals[number as usize % self.totals.len()];
        Ok(list(total, content))
    }
}

fn server() -> impl Strategy<Value = Server> {
    let total = prop_oneof![Just(None), (0_u64..40).prop_map(Some), Just(Some(1_000_000))];
    let totals =
        prop_oneof![prop::collection::vec(total, 1..4), (0_u64..30).prop_map(|total| vec![Some(total)]),];
    let fails = prop_oneof![Just(Vec::new()), prop::collection::vec(2_u64..12, 0..3)];
    let repeats = prop_oneof![Just(Vec::new()), prop::collection::vec((2_u64..10, 1_u64..10), 0..3)];
    (0_u64..30, totals, fails, repeats, any::<bool>()).prop_map(
        |(count, totals, fails, repeats, anonymous)| Server { count, totals, fails, repeats, anonymous },
    )
}

/// One page after the other, each joined to those before it: what side by side has to give.
fn one_after_the_other(paging: Paging, server: &Server) -> Paged<One> {
    let mut collector = Collector::new(paging, Plan::Parts);
    while let Some(page) = collector.pages.wanted(&[]).first() {
        match server.serve(*page) {
            Ok(list) => collector.take(*page, list),
            Err(failure) => collector.pages.fail(*page, failure),
        }
    }
    collector.finish().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_the_answers_gives_the_same_list(
        server in server(),
        order in prop::collection::vec(0_usize..8, 0..40),
    ) {
        let paging = Paging::Pages { size: 3, max_pages: 9 };
        let Read { result: paged, asked, shown } = read_in(paging, Plan::Parts, &order, |page| server.serve(page));
        let paged = paged.unwrap();
        // Rows keep their order as others arrive.
        for rows in shown.windows(2).filter(|_| server.repeats.is_empty() && !server.anonymous) {
            let places = rows[0].iter().map(|one| rows[1].iter().position(|other| other == one));
            prop_assert!(places.collect::<Vec<_>>().is_sorted(), "{rows:?}");
        }
        prop_assert!(asked.len() <= 9, "{asked:?}");
        // After failures it depends on the order how far a server is followed whose answers disagree.
        let Read { result: in_order, .. } = read_in(paging, Plan::Parts, &[], |page| server.serve(page));
        let in_order = in_order.unwrap();
        let agrees = server.totals.len() == 1 && server.repeats.is_empty() && !server.anonymous;
        if server.fails.len() < 3 && agrees {
            prop_assert_eq!(&paged.records, &in_order.records);
            prop_assert_eq!(paged.completeness, in_order.completeness);
        }
        if server.fails.is_empty() {
            prop_assert_eq!(&paged, &one_after_the_other(paging, &server));
            prop_assert!(paged.unread.is_none());
        }
    }

    #[test]
    fn pages_that_failed_and_are_read_later_give_the_list_that_there_would_have_been(
        server in server(),
        order in prop::collection::vec(0_usize..8, 0..40),
    ) {
        let paging = Paging::Pages { size: 3, max_pages: 9 };
        let Read { result: paged, .. } = read_in(paging, Plan::Parts, &order, |page| server.serve(page));
        let mut paged = paged.unwrap();
        let sound = Server { fails: Vec::new(), ..server };
        while let Some(unread) = paged.unread.take() {
            let pages = &unread.rows[0].pages;
            let Read { result: again, .. } = read_in(paging, Plan::Missing(&unread, pages), &order, |page| sound.serve(page));
            paged = again.unwrap();
        }
        prop_assert_eq!(&paged, &one_after_the_other(paging, &sound));
    }
}
