//! The readers of lists and of single answers.

use databoxframe::rule::Violation;
use databoxframe::{Error, Operation, Page, Reply, UnsignedRequest, decode, prepare};

use super::collector::Collector;
use super::pages::{Content, Pages};
use super::{Listed, PageReader, Paged, Paging, Plan, Progress, RecordOf};
use crate::gateway::Failure;

/// Is told how much was read, with what gives the records so far.
pub type Report<R> = Box<dyn Fn(Progress, &dyn Fn() -> Paged<R>)>;

/// Reads a list.
pub struct ListReader<O: Operation<Response: Listed>, F> {
    /// The operation for a page.
    operation: F,
    collector: Collector<RecordOf<O>>,
    report: Option<Report<RecordOf<O>>>,
}

impl<O: Operation<Response: Listed>, F: Fn(Option<Page>) -> O> ListReader<O, F> {
    /// Of a list of which nothing was read, or not everything.
    pub fn new(operation: F, paging: Paging, plan: Plan<'_, RecordOf<O>>) -> Self {
        Self { operation, collector: Collector::new(paging, plan), report: None }
    }

    /// Tells of each page but the last.
    pub fn reporting(self, report: Report<RecordOf<O>>) -> Self {
        Self { report: Some(report), ..self }
    }

    /// The list.
    ///
    /// # Errors
    /// If its first page could not be read; with [`Plan::Whole`], any page.
    pub fn finish(self) -> Result<Paged<RecordOf<O>>, Failure> {
        self.collector.finish()
    }
}

impl<O: Operation<Response: Listed>, F: Fn(Option<Page>) -> O> PageReader for ListReader<O, F> {
    fn pages(&mut self) -> &mut Pages {
        &mut self.collector.pages
    }

    fn request(&self, page: Option<Page>) -> Result<UnsignedRequest, Vec<Violation>> {
        prepare(&(self.operation)(page))
    }

    fn take(&mut self, page: u64, reply: &Reply<'_>) -> Result<(), Error> {
        self.collector.take(page, decode::<O>(reply)?.list());
        Ok(())
    }

    fn report(&self) {
        if let Some(report) = &self.report {
            report(self.collector.pages.progress(), &|| self.collector.so_far());
        }
    }
}

/// Reads the one answer of an operation.
pub struct AnswerReader<O: Operation> {
    operation: O,
    pages: Pages,
    response: Option<O::Response>,
}

impl<O: Operation> AnswerReader<O> {
    /// Of an answer that has not come.
    pub fn new(operation: O) -> Self {
        Self { operation, pages: Pages::new(Paging::Single, true), response: None }
    }

    /// The answer.
    ///
    /// # Errors
    /// If it could not be read.
    pub fn finish(mut self) -> Result<O::Response, Failure> {
        self.pages.end(&|_, _| false)?;
        // There, unless it failed.
        self.response.ok_or(Failure::Aborted)
    }
}

impl<O: Operation> PageReader for AnswerReader<O> {
    fn pages(&mut self) -> &mut Pages {
        &mut self.pages
    }

    fn request(&self, _: Option<Page>) -> Result<UnsignedRequest, Vec<Violation>> {
        prepare(&self.operation)
    }

    fn take(&mut self, page: u64, reply: &Reply<'_>) -> Result<(), Error> {
        self.response = Some(decode::<O>(reply)?);
        let nothing_listed = Content { first: 0, identities: Vec::new(), total: None };
        self.pages.take(page, nothing_listed, &|_, _| false);
        Ok(())
    }
}
