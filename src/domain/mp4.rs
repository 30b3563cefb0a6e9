//! How an MP4 is laid out (ISO/IEC 14496-12): players need the box `moov` before they can show anything, so it has to stand before the
//! pictures (`mdat`). Only the heads of boxes are read, wherever they lie; what they say of themselves is not believed.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Length of the longest head: size, kind, and the size again in 64 bits.
const HEAD: u64 = 16;
/// Boxes looked at; a file of more is not one that somebody filmed.
const MOST: usize = 256;

/// Where the index of a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// Before the pictures: it starts at once.
    Front,
    /// Behind them: it starts when all of it has come.
    Behind,
    /// Nowhere, as in a file that was cut off.
    Missing,
}

/// A walk from box to box. Whoever holds the file gives the bytes that are asked for.
#[derive(Debug)]
pub struct Walk {
    at: u64,
    length: u64,
    boxes: usize,
    pictures: bool,
    found: Option<Layout>,
}

impl Walk {
    /// Of a file of so many bytes.
    pub fn new(length: u64) -> Walk {
        Walk { at: 0, length, boxes: 0, pictures: false, found: None }
    }

    /// The bytes to give next; none: it is known where the index stands.
    pub fn wants(&self) -> Option<Range<u64>> {
        let is_over = self.found.is_some() || self.boxes >= MOST || self.length.saturating_sub(self.at) < 8;
        (!is_over).then(|| self.at..self.length.min(self.at + HEAD))
    }

    /// The head of a box. One that cannot be is the end of the walk.
    pub fn give(&mut self, head: &[u8]) {
        self.boxes += 1;
        let Some((kind, size)) = read(head, self.length - self.at) else {
            self.at = self.length;
            return;
        };
        match &kind {
            b"moov" => self.found = Some(if self.pictures { Layout::Behind } else { Layout::Front }),
            b"mdat" => self.pictures = true,
            _ => {}
        }
        self.at += size;
    }

    pub fn layout(&self) -> Layout {
        self.found.unwrap_or(Layout::Missing)
    }
}

/// Kind and size of a box of which so many bytes are left: 1 says that the size follows in 64 bits, 0 that it goes to the end. One that
/// would end beyond the file, or before its own head, is none.
fn read(head: &[u8], left: u64) -> Option<([u8; 4], u64)> {
    let kind: [u8; 4] = head.get(4..8)?.try_into().ok()?;
    let (size, least) = match u32::from_be_bytes(head.get(..4)?.try_into().ok()?) {
        0 => (left, 8),
        1 => (u64::from_be_bytes(head.get(8..16)?.try_into().ok()?), 16),
        size => (u64::from(size), 8),
    };
    (least..=left).contains(&size).then_some((kind, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(file: &[u8], length: u64) -> (Layout, usize) {
        let mut walk = Walk::new(length);
        while let Some(range) = walk.wants() {
            let (from, to) = (usize::try_from(range.start).unwrap().min(file.len()), usize::try_from(range.end).unwrap().min(file.len()));
            walk.give(&file[from..to]);
        }
        (walk.layout(), walk.boxes)
    }

    fn layout(file: &[u8]) -> Layout {
        walked(file, file.len() as u64).0
    }

    fn one(kind: &[u8; 4], content: usize) -> Vec<u8> {
        [&u32::try_from(content + 8).unwrap().to_be_bytes()[..], kind, &vec![7; content]].concat()
    }

    fn long(kind: &[u8; 4], size: u64, content: usize) -> Vec<u8> {
        [&1u32.to_be_bytes()[..], kind, &size.to_be_bytes(), &vec![7; content]].concat()
    }

    fn to_the_end(kind: &[u8; 4], content: usize) -> Vec<u8> {
        [&0u32.to_be_bytes()[..], kind, &vec![7; content]].concat()
    }

    #[test]
    fn the_index_is_found_before_or_behind_the_pictures() {
        let (ftyp, moov, mdat, free) = (one(b"ftyp", 24), one(b"moov", 100), one(b"mdat", 3000), one(b"free", 0));
        assert_eq!(layout(&[&ftyp[..], &moov, &mdat].concat()), Layout::Front);
        assert_eq!(layout(&[&ftyp[..], &free, &mdat, &moov].concat()), Layout::Behind);
        // In fragments, the index stands first and the pictures come in pieces.
        assert_eq!(layout(&[&ftyp[..], &moov, &one(b"moof", 40), &mdat, &one(b"moof", 40), &mdat].concat()), Layout::Front);
        assert_eq!(layout(&[&ftyp[..], &mdat].concat()), Layout::Missing);
        assert_eq!(layout(&ftyp), Layout::Missing);
        assert_eq!(layout(b""), Layout::Missing);
    }

    #[test]
    fn sizes_in_64_bits_and_to_the_end_are_followed() {
        let (ftyp, moov) = (one(b"ftyp", 24), one(b"moov", 100));
        assert_eq!(layout(&[&ftyp[..], &long(b"mdat", 3016, 3000), &moov].concat()), Layout::Behind);
        assert_eq!(layout(&[&ftyp[..], &moov, &to_the_end(b"mdat", 3000)].concat()), Layout::Front);
        assert_eq!(layout(&[&ftyp[..], &to_the_end(b"moov", 3000)].concat()), Layout::Front);
        // To the end means that nothing follows, whatever it looks like.
        assert_eq!(layout(&[&ftyp[..], &to_the_end(b"mdat", 3000), &moov].concat()), Layout::Missing);
        // Of a file of several gigabytes only heads are read.
        let head = [&ftyp[..], &long(b"mdat", 5 << 30, 0)].concat();
        assert_eq!(walked(&head, 32 + (5 << 30)), (Layout::Missing, 2));
    }

    #[test]
    fn hostile_sizes_end_the_walk() {
        let (ftyp, moov) = (one(b"ftyp", 24), one(b"moov", 100));
        for odd in [
            long(b"mdat", u64::MAX, 40),
            long(b"mdat", 0, 40),
            long(b"mdat", 15, 40),
            [&2u32.to_be_bytes()[..], b"mdat", &[7; 40]].concat(),
            [&7u32.to_be_bytes()[..], b"mdat", &[7; 40]].concat(),
            [&u32::MAX.to_be_bytes()[..], b"mdat", &[7; 40]].concat(),
        ] {
            assert_eq!(layout(&[&ftyp[..], &odd, &moov].concat()), Layout::Missing, "{odd:?}");
        }
        // Cut off in the middle of a head, and one that says it is longer than what came.
        for cut in 1..16 {
            assert_eq!(layout(&[&ftyp[..], &long(b"moov", 116, 100)[..cut]].concat()), Layout::Missing);
        }
        assert_eq!(layout(&[&ftyp[..], &moov[..50]].concat()), Layout::Missing);
        let (found, boxes) = walked(&one(b"free", 0).repeat(100_000), 800_000);
        assert_eq!((found, boxes), (Layout::Missing, MOST));
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic_or_walk_for_ever(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300), length in 0u64..5_000) {
            let (_, boxes) = walked(&bytes, length);
            assert!(boxes <= MOST);
        }
    }
}
