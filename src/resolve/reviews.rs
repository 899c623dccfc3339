//! Reports overdue reviews: pages that should have been checked again by now.

use jiff::civil::Date;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::Page,
};

/// Reports the pages whose next review was due before `today`.
pub fn overdue_reviews(pages: &[Page], today: Date) -> Diagnostics {
    let originals = pages.iter().filter(|page| page.document.is_original());
    let dates = originals.filter_map(|page| page.front().review_by.as_ref());
    let overdue = dates.filter(|date| date.value < today);
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(overdue.map(|date| {
        let due = Diagnostic::new(Code::ReviewDue, date.span);
        due.arg("date", date.value.to_string())
    }));
    diagnostics
}
