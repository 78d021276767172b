//! Lists that the service answers page after page.

use databoxframe::{Id, List, Operation, Page};

use crate::gateway::{Abort, Client, Failure};

/// How a list is read.
#[derive(Clone, Copy)]
pub struct Paging {
    size: u64,
}
impl Paging {
    pub const RESOURCES: Self = Self { size: 100 };
    pub const REQUESTS: Self = Self { size: 1000 };
}
pub struct Paged<R> {
    pub records: Vec<R>,
    complete: bool,
}
impl<R> Paged<R> {
    pub fn is_complete(&self) -> bool {
        self.complete
    }
}
pub async fn read_all<O: Operation, R>(
    client: Client,
    abort: &Abort,
    paging: Paging,
    make: impl Fn(Page) -> O,
    list: fn(O::Response) -> List<R>,
    id: fn(&R) -> Option<Id>,
) -> Result<Paged<R>, Failure> {
    let mut records: Vec<R> = Vec::new();
    for number in 1..=100 {
        let page = list(client.read(&make(Page { number, size: paging.size }), abort).await?).content;
        let (count, before) = (page.len(), records.len());
        for record in page {
            let known =
                id(&record).is_some_and(|new| records.iter().any(|old| id(old).as_ref() == Some(&new)));
            if !known {
                records.push(record);
            }
        }
        if (count as u64) < paging.size {
            return Ok(Paged { records, complete: true });
        }
        if records.len() == before {
            break;
        }
    }
    Ok(Paged { records, complete: false })
}
