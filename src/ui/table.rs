//! Tables with caption, scrolling of their own on narrow screens, sort links and pages.

use maud::{Markup, html};

use crate::ui::page::icon;
use crate::ui::words::Words;

/// A column's heading.
#[derive(Debug, Clone, Default)]
pub struct Column {
    pub name: String,
    /// Figures stand on the right.
    pub figures: bool,
    pub sort: Option<Sort>,
}

/// Where a click on the heading leads, and how the table is sorted by it now.
#[derive(Debug, Clone)]
pub struct Sort {
    pub href: String,
    /// `Some(true)` ascending, `Some(false)` descending, `None` not by this column.
    pub ascending: Option<bool>,
}

impl Column {
    pub fn new(name: impl Into<String>) -> Self {
        Column { name: name.into(), ..Column::default() }
    }

    #[must_use]
    pub fn figures(mut self) -> Self {
        self.figures = true;
        self
    }

    #[must_use]
    pub fn sort(mut self, href: impl Into<String>, ascending: Option<bool>) -> Self {
        self.sort = Some(Sort { href: href.into(), ascending });
        self
    }
}

/// `id` is unique on the page; `body` is the rows, `<tr>` with `<th scope="row">` first and `.aff-figures` on cells with figures.
pub fn table(id: &str, caption: &str, columns: &[Column], body: Markup, words: &Words) -> Markup {
    html! {
        div .table-responsive.aff-table tabindex="0" role="region" aria-labelledby=(id) {
            table .table {
                caption id=(id) { (caption) }
                thead { tr { @for column in columns { (head(column, words)) } } }
                tbody { (body) }
            }
        }
    }
}

fn head(column: &Column, words: &Words) -> Markup {
    let sorted = column.sort.as_ref().and_then(|s| s.ascending);
    let order = sorted.map(|up| if up { "ascending" } else { "descending" });
    html! {
        th scope="col" .aff-figures[column.figures] aria-sort=[order] {
            @match &column.sort {
                None => (column.name),
                Some(sort) => a href=(sort.href) title=((words.table.sort_by)(&column.name)) {
                    (column.name)
                    @if let Some(up) = sorted {
                        (icon(if up { "it-arrow-up" } else { "it-arrow-down" }, "icon-xs icon-primary"))
                        span .visually-hidden { ", " (if up { words.table.ascending } else { words.table.descending }) }
                    }
                },
            }
        }
    }
}

/// Links to the pages of a list; nothing for a single page. `href` gives the address of a page, counted from 1.
pub fn pages(current: usize, last: usize, href: impl Fn(usize) -> String, words: &Words) -> Markup {
    html! {
        @if last > 1 {
            nav .pagination-wrapper aria-label=(words.table.pages) {
                ul .pagination {
                    @if current > 1 {
                        li .page-item {
                            a .page-link href=(href(current - 1)) rel="prev" {
                                (icon("it-chevron-left", "icon-primary")) span .visually-hidden { (words.table.previous) }
                            }
                        }
                    }
                    @for n in shown(current, last) {
                        @match n {
                            Some(n) if n == current => li .page-item { span .page-link aria-current="page" {
                                span .visually-hidden { ((words.table.page_of)(n, last)) } span aria-hidden="true" { (n) }
                            } },
                            Some(n) => li .page-item { a .page-link href=(href(n)) {
                                span .visually-hidden { ((words.table.page)(n)) } span aria-hidden="true" { (n) }
                            } },
                            None => li .page-item aria-hidden="true" { span .page-link { "…" } },
                        }
                    }
                    @if current < last {
                        li .page-item {
                            a .page-link href=(href(current + 1)) rel="next" {
                                (icon("it-chevron-right", "icon-primary")) span .visually-hidden { (words.table.next) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// First, last, and the neighbours of the current page; `None` stands for those left out.
fn shown(current: usize, last: usize) -> Vec<Option<usize>> {
    let near = |n: &usize| *n == 1 || *n == last || n.abs_diff(current) <= 1;
    let mut out: Vec<Option<usize>> = Vec::new();
    let mut former = 0;
    for n in (1..=last).filter(near) {
        if n > former + 1 {
            out.push(None);
        }
        out.push(Some(n));
        former = n;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::words::IT;

    #[test]
    fn long_lists_show_both_ends_and_the_neighbours() {
        assert_eq!(shown(1, 3), [Some(1), Some(2), Some(3)]);
        assert_eq!(shown(5, 9), [Some(1), None, Some(4), Some(5), Some(6), None, Some(9)]);
        assert_eq!(shown(9, 9), [Some(1), None, Some(8), Some(9)]);
    }

    #[test]
    fn a_single_page_has_no_links() {
        assert_eq!(pages(1, 1, |n| n.to_string(), &IT).into_string(), "");
    }

    #[test]
    fn the_column_sorted_by_says_so() {
        let columns = [Column::new("Ente").sort("?o=ente", Some(true)), Column::new("Residenti").figures().sort("?o=residenti", None)];
        let shown = table("t", "Enti", &columns, html! {}, &IT).into_string();
        assert_eq!(shown.matches("aria-sort").count(), 1);
        assert!(shown.contains(r#"aria-sort="ascending""#), "{shown}");
    }
}
