//! A ZIP archive written as it goes: files are kept as they are (PDF is compressed already), nothing is held but their names.

use crate::domain::moment::Moment;

/// The archive so far; what its functions return is to be written one after the other.
#[derive(Debug)]
pub struct Archive {
    entries: Vec<Entry>,
    offset: u32,
    /// Date and time as DOS wrote them, on Italian clocks.
    stamp: [u8; 4],
}

#[derive(Debug)]
struct Entry {
    name: String,
    crc: u32,
    size: u32,
    offset: u32,
}

/// Version 2.0; names in UTF-8 (bit 11).
const NEEDED: [u8; 2] = [20, 0];
const FLAGS: [u8; 2] = [0, 8];

impl Archive {
    pub fn new(now: Moment) -> Archive {
        let at = now.in_italy();
        let part = |value: i64| u16::try_from(value).unwrap_or(0);
        let time = part(i64::from(at.hour())) << 11 | part(i64::from(at.minute())) << 5 | (part(i64::from(at.second())) / 2);
        let day = part(i64::from(at.year()) - 1980) << 9 | part(i64::from(at.month())) << 5 | part(i64::from(at.day()));
        let ([a, b], [c, d]) = (time.to_le_bytes(), day.to_le_bytes());
        Archive { entries: Vec::new(), offset: 0, stamp: [a, b, c, d] }
    }

    /// The bytes of one more file. Files beyond four gigabytes in all do not fit: none of ours comes near.
    pub fn file(&mut self, name: &str, body: &[u8]) -> Vec<u8> {
        let entry = Entry { name: name.to_owned(), crc: crc32(body), size: length(body.len()), offset: self.offset };
        let mut out = Vec::with_capacity(body.len() + name.len() + 30);
        out.extend(b"PK\x03\x04");
        out.extend(NEEDED);
        self.describe(&mut out, &entry);
        out.extend([0, 0]);
        out.extend(name.as_bytes());
        out.extend(body);
        self.offset = self.offset.saturating_add(length(out.len()));
        self.entries.push(entry);
        out
    }

    /// The list of the files, which ends the archive.
    pub fn end(self) -> Vec<u8> {
        let mut out = Vec::new();
        for entry in &self.entries {
            out.extend(b"PK\x01\x02");
            out.extend(NEEDED);
            out.extend(NEEDED);
            self.describe(&mut out, entry);
            // No extra field, no comment, first disk, no attributes.
            out.extend([0; 12]);
            out.extend(entry.offset.to_le_bytes());
            out.extend(entry.name.as_bytes());
        }
        let size = length(out.len());
        let count = u16::try_from(self.entries.len()).unwrap_or(u16::MAX).to_le_bytes();
        out.extend(b"PK\x05\x06\0\0\0\0");
        out.extend(count);
        out.extend(count);
        out.extend(size.to_le_bytes());
        out.extend(self.offset.to_le_bytes());
        out.extend([0, 0]);
        out
    }

    /// What both headers of a file have in common, from the flags to the length of its name.
    fn describe(&self, out: &mut Vec<u8>, entry: &Entry) {
        out.extend(FLAGS);
        out.extend([0, 0]);
        out.extend(self.stamp);
        out.extend(entry.crc.to_le_bytes());
        out.extend(entry.size.to_le_bytes());
        out.extend(entry.size.to_le_bytes());
        out.extend(u16::try_from(entry.name.len()).unwrap_or(u16::MAX).to_le_bytes());
    }
}

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// CRC-32 of IEEE 802.3.
fn crc32(body: &[u8]) -> u32 {
    const TABLE: [u32; 256] = table();
    !body.iter().fold(u32::MAX, |crc, byte| TABLE[((crc ^ u32::from(*byte)) & 255) as usize] ^ (crc >> 8))
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        let mut value = n as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { 0xEDB8_8320 ^ (value >> 1) } else { value >> 1 };
            bit += 1;
        }
        table[n] = value;
        n += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn the_list_leads_to_every_file() {
        let mut archive = Archive::new(Moment::from_millis(1_772_438_400_000));
        let mut whole = archive.file("uno.txt", b"uno");
        whole.extend(archive.file("città.txt", b"due e tre"));
        let list = length(whole.len());
        whole.extend(archive.end());
        let end = &whole[whole.len() - 22..];
        assert_eq!((&end[..4], end[10], u32::from_le_bytes(end[16..20].try_into().unwrap())), (&b"PK\x05\x06"[..], 2, list));
        let at = |from: usize| u32::from_le_bytes(whole[from..from + 4].try_into().unwrap()) as usize;
        // The second entry of the list follows the first: 46 bytes and the name.
        let second = list as usize + 46 + "uno.txt".len();
        let local = at(second + 42);
        assert_eq!(&whole[local..local + 4], b"PK\x03\x04");
        assert_eq!(&whole[local + 30..local + 30 + "città.txt".len()], "città.txt".as_bytes());
    }
}
