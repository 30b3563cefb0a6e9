//! What every larger table has: filters that stay in its address, an order, pages, and the same rows as a file.

mod pages;

use crate::access::form::Fields;
use crate::ui::paths;

pub use pages::{Choices, chips, choose, filters, foot, nothing, sortable};

/// Rows on a page, as people may choose.
pub const SIZES: [usize; 3] = [25, 50, 100];
/// Parameters of every table; what else stands in the address is a filter.
const ORDER: &str = "ordine";
const PAGE: &str = "pagina";
const SIZE: &str = "righe";

/// What a table can do: its address, its filters and its columns to sort by.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub path: &'static str,
    /// Where the same rows are to be had as files, without the ending.
    pub files: &'static str,
    pub filters: &'static [&'static str],
    pub orders: &'static [&'static str],
}

/// A table as asked for. Whatever the address holds that the table does not know is passed over.
#[derive(Debug, Clone)]
pub struct Listing {
    shape: Shape,
    /// Filters in force, in the order of the shape.
    chosen: Vec<(&'static str, String)>,
    /// `nome`, or `-nome` from the last to the first; empty: the table's own order.
    order: String,
    /// Counted from 1.
    page: usize,
    size: usize,
}

impl Listing {
    /// From path and query as asked for.
    pub fn read(shape: Shape, asked: &str) -> Listing {
        let query = Fields::parse(asked.split_once('?').map(|(_, query)| query).unwrap_or_default());
        let one_line = |name: &str| query.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
        let chosen = shape.filters.iter().map(|name| (*name, one_line(name))).filter(|(_, value)| !value.is_empty()).collect();
        let order = query.text(ORDER);
        let known = shape.orders.contains(&order.strip_prefix('-').unwrap_or(order));
        Listing {
            shape,
            chosen,
            order: if known { order.to_owned() } else { String::new() },
            page: query.text(PAGE).parse().unwrap_or(1).clamp(1, 1_000_000),
            size: query.text(SIZE).parse().ok().filter(|size| SIZES.contains(size)).unwrap_or(SIZES[0]),
        }
    }

    /// The value of a filter; empty when it is not in force.
    pub fn get(&self, name: &str) -> &str {
        self.chosen.iter().find(|(chosen, _)| *chosen == name).map_or("", |(_, value)| value)
    }

    /// A filter that takes one of these values, and none when it holds anything else.
    pub fn keep_if(&mut self, name: &str, is_known: impl Fn(&str) -> bool) {
        self.chosen.retain(|(chosen, value)| *chosen != name || is_known(value));
    }

    /// With a filter that the address does not say.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Listing {
        self.chosen = vec![(name, value.to_owned())];
        self
    }

    /// With one more filter, in the place of what it held.
    #[must_use]
    pub fn and(&self, name: &'static str, value: &str) -> Listing {
        let mut listing = self.clone();
        listing.chosen.retain(|(chosen, _)| *chosen != name);
        listing.chosen.push((name, value.to_owned()));
        listing
    }

    /// The filters in use alone, as another address carries them: `?cerca=…&tipo=…`, or nothing.
    pub fn query(&self) -> String {
        self.address("", &self.chosen, "", 1, SIZES[0])
    }

    pub fn chosen(&self) -> &[(&'static str, String)] {
        &self.chosen
    }

    pub fn path(&self) -> &'static str {
        self.shape.path
    }

    pub fn order(&self) -> &str {
        &self.order
    }

    pub fn page(&self) -> usize {
        self.page
    }

    pub fn size(&self) -> usize {
        self.size
    }

    /// Rows to take, and how many to pass over.
    pub fn window(&self) -> (i64, i64) {
        let size = i64::try_from(self.size).unwrap_or(i64::MAX);
        (size, size.saturating_mul(i64::try_from(self.page - 1).unwrap_or(0)))
    }

    /// The number of the last page of so many rows; 1 when there are none.
    pub fn last(&self, total: i64) -> usize {
        usize::try_from(total).unwrap_or(0).div_ceil(self.size).max(1)
    }

    /// The same table at another page.
    pub fn at_page(&self, page: usize) -> String {
        self.address(self.shape.path, &self.chosen, &self.order, page, self.size)
    }

    /// The same rows in the order of a column: from the first, then from the last.
    pub fn sorted(&self, order: &str) -> String {
        let turned = if self.order == order { format!("-{order}") } else { order.to_owned() };
        self.address(self.shape.path, &self.chosen, &turned, 1, self.size)
    }

    /// How the table is sorted by a column now; see [`crate::ui::table::Sort`].
    pub fn ascending(&self, order: &str) -> Option<bool> {
        match self.order.strip_prefix('-') {
            None => (self.order == order).then_some(true),
            Some(turned) => (turned == order).then_some(false),
        }
    }

    /// Without one filter.
    pub fn without(&self, name: &str) -> String {
        let rest: Vec<_> = self.chosen.iter().filter(|(chosen, _)| *chosen != name).cloned().collect();
        self.address(self.shape.path, &rest, &self.order, 1, self.size)
    }

    /// Without any filter.
    pub fn bare(&self) -> String {
        self.address(self.shape.path, &[], &self.order, 1, self.size)
    }

    /// The same rows, all of them, as a file: `csv` or `xlsx`.
    pub fn file(&self, format: &str) -> String {
        self.address(&format!("{}.{format}", self.shape.files), &self.chosen, &self.order, 1, SIZES[0])
    }

    /// What a form of filters has to carry along: the order and the size of the pages.
    pub fn carried(&self) -> Vec<(&'static str, String)> {
        let size = if self.size == SIZES[0] { String::new() } else { self.size.to_string() };
        [(ORDER, self.order.clone()), (SIZE, size)].into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The same table with so many rows on a page.
    pub fn sized(&self, size: usize) -> String {
        self.address(self.shape.path, &self.chosen, &self.order, 1, size)
    }

    fn address(&self, path: &str, chosen: &[(&'static str, String)], order: &str, page: usize, size: usize) -> String {
        let mut pairs: Vec<String> = chosen.iter().map(|(name, value)| format!("{name}={}", paths::encoded(value))).collect();
        if !order.is_empty() {
            pairs.push(format!("{ORDER}={order}"));
        }
        if size != SIZES[0] {
            pairs.push(format!("{SIZE}={size}"));
        }
        if page > 1 {
            pairs.push(format!("{PAGE}={page}"));
        }
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape { path: "/t", files: "/t", filters: &["cerca", "tipo"], orders: &["nome", "residenti"] };

    #[test]
    fn the_address_keeps_what_was_chosen_and_nothing_else() {
        let listing = Listing::read(SHAPE, "/t?tipo=comune&x=1&cerca=+san++giorgio&ordine=-nome&pagina=3&righe=50");
        assert_eq!((listing.get("cerca"), listing.get("tipo"), listing.window()), ("san giorgio", "comune", (50, 100)));
        assert_eq!(listing.at_page(4), "/t?cerca=san%20giorgio&tipo=comune&ordine=-nome&righe=50&pagina=4");
        assert_eq!(listing.without("cerca"), "/t?tipo=comune&ordine=-nome&righe=50");
        assert_eq!(listing.file("csv"), "/t.csv?cerca=san%20giorgio&tipo=comune&ordine=-nome");
        assert_eq!(listing.bare(), "/t?ordine=-nome&righe=50");
    }

    #[test]
    fn a_heading_turns_the_order_it_gives() {
        let listing = Listing::read(SHAPE, "/t?ordine=nome");
        assert_eq!((listing.sorted("nome"), listing.ascending("nome")), ("/t?ordine=-nome".to_owned(), Some(true)));
        assert_eq!((listing.sorted("residenti"), listing.ascending("residenti")), ("/t?ordine=residenti".to_owned(), None));
        let turned = Listing::read(SHAPE, "/t?ordine=-nome");
        assert_eq!((turned.sorted("nome"), turned.ascending("nome")), ("/t?ordine=nome".to_owned(), Some(false)));
    }

    #[test]
    fn nonsense_in_an_address_is_passed_over() {
        for odd in ["/t?ordine=password_hash&righe=7&pagina=-1", "/t?pagina=0", "/t?pagina=99999999999999999999&righe=", "/t"] {
            let listing = Listing::read(SHAPE, odd);
            assert_eq!((listing.at_page(1), listing.page(), listing.size()), ("/t".to_owned(), 1, 25), "{odd}");
        }
    }

    #[test]
    fn pages_are_counted_up() {
        let listing = Listing::read(SHAPE, "/t");
        assert_eq!([0, 1, 25, 26].map(|total| listing.last(total)), [1, 1, 1, 2]);
    }
}
