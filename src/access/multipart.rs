//! A form with files in it, read part by part as it arrives: of a file no more is in memory than a piece.

use tokio::io::{AsyncRead, AsyncReadExt};

use super::upload::Part;

/// Bytes read at once.
const PIECE: usize = 128 * 1024;
/// Longest head of a part, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;

/// The body is not what it says to be, or ended too early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

/// A body of `multipart/form-data` (RFC 7578).
pub struct Multipart<R> {
    from: R,
    /// Stands before every part: the end of a line, two hyphens, the boundary.
    delimiter: Vec<u8>,
    buffer: Vec<u8>,
    /// The part that is being read has ended.
    ended: bool,
}

impl<R: AsyncRead + Unpin> Multipart<R> {
    pub fn new(from: R, boundary: &str) -> Multipart<R> {
        // The first delimiter has no line before it.
        Multipart { from, delimiter: format!("\r\n--{boundary}").into_bytes(), buffer: b"\r\n".to_vec(), ended: false }
    }

    async fn fill(&mut self) -> Result<(), Broken> {
        let before = self.buffer.len();
        self.buffer.resize(before + PIECE, 0);
        let n = self.from.read(&mut self.buffer[before..]).await.map_err(|_| Broken)?;
        self.buffer.truncate(before + n);
        if n == 0 { Err(Broken) } else { Ok(()) }
    }

    /// The next part: its name, and that of the file if it is one. None: that was all.
    pub async fn next(&mut self) -> Result<Option<(String, Option<String>)>, Broken> {
        while self.piece().await?.is_some() {}
        while self.buffer.len() < self.delimiter.len() + 2 {
            self.fill().await?;
        }
        self.buffer.drain(..self.delimiter.len());
        if self.buffer.starts_with(b"--") {
            return Ok(None);
        }
        let end = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end;
            }
            if self.buffer.len() > LONGEST_HEAD {
                return Err(Broken);
            }
            self.fill().await?;
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        self.buffer.drain(..end + 4);
        self.ended = false;
        let part = Part::parse(&head).ok_or(Broken)?;
        Ok(Some((part.name, part.file_name)))
    }

    /// The next bytes of this part; none when it has ended.
    pub async fn piece(&mut self) -> Result<Option<Vec<u8>>, Broken> {
        loop {
            if self.ended {
                return Ok(None);
            }
            let whole = find(&self.buffer, &self.delimiter);
            self.ended = whole.is_some();
            // What may be the beginning of a delimiter waits for the rest of it.
            let sure = whole.unwrap_or_else(|| self.buffer.len().saturating_sub(self.delimiter.len() - 1));
            if sure > 0 {
                return Ok(Some(self.buffer.drain(..sure).collect()));
            }
            if !self.ended {
                self.fill().await?;
            }
        }
    }

    /// The rest of this part as text, if it is no longer than `most` bytes.
    pub async fn text(&mut self, most: usize) -> Result<String, Broken> {
        let mut text = Vec::new();
        while let Some(piece) = self.piece().await? {
            text.extend(piece);
            if text.len() > most {
                return Err(Broken);
            }
        }
        Ok(String::from_utf8_lossy(&text).replace('\0', "").replace("\r\n", "\n"))
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let (first, mut at) = (*wanted.first()?, 0);
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A body that arrives byte by byte, or in pieces of another length.
    struct Slow<'a>(&'a [u8], usize);

    impl AsyncRead for Slow<'_> {
        fn poll_read(
            mut self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
            into: &mut tokio::io::ReadBuf<'_>,
        ) -> std::task::Poll<std::io::Result<()>> {
            let (now, later) = self.0.split_at(self.1.min(self.0.len()).min(into.remaining()));
            into.put_slice(now);
            self.0 = later;
            std::task::Poll::Ready(Ok(()))
        }
    }

    type Read = Vec<(String, Option<String>, Vec<u8>)>;

    async fn read(body: &[u8], at_once: usize) -> Result<Read, Broken> {
        let (mut multipart, mut parts) = (Multipart::new(Slow(body, at_once), "X"), Vec::new());
        while let Some((name, file)) = multipart.next().await? {
            let mut content = Vec::new();
            while let Some(piece) = multipart.piece().await? {
                content.extend(piece);
            }
            parts.push((name, file, content));
        }
        Ok(parts)
    }

    #[tokio::test]
    async fn parts_come_out_as_they_went_in_however_they_arrive() {
        let body = b"--X\r\nContent-Disposition: form-data; name=\"titolo\"\r\n\r\nUna storia\r\n--X\r\nContent-Disposition: form-data; name=\"video\"; filename=\"a.mp4\"\r\nContent-Type: video/mp4\r\n\r\n\r\n--Y\r\n-\r\n--\r\n\r\n--X\r\nContent-Disposition: form-data; name=\"vuoto\"; filename=\"\"\r\n\r\n\r\n--X--\r\n";
        for at_once in [1, 2, 7, 50, 10_000] {
            let parts = read(body, at_once).await.unwrap();
            let expected: Read = vec![
                ("titolo".into(), None, b"Una storia".to_vec()),
                ("video".into(), Some("a.mp4".into()), b"\r\n--Y\r\n-\r\n--\r\n".to_vec()),
                ("vuoto".into(), Some(String::new()), Vec::new()),
            ];
            assert_eq!(parts, expected, "{at_once}");
        }
    }

    #[tokio::test]
    async fn what_ends_too_early_is_broken() {
        let whole = b"--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--X--";
        assert!(read(whole, 1000).await.is_ok());
        for end in 0..whole.len() {
            assert_eq!(read(&whole[..end], 1000).await, Err(Broken), "{end}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_content_comes_out_as_it_went_in(content in proptest::collection::vec(proptest::sample::select(b"\r\n-X.".to_vec()), 0..60)) {
            proptest::prop_assume!(find(&content, b"\r\n--X").is_none() && !content.starts_with(b"--X"));
            let body = [b"--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".as_slice(), &content, b"\r\n--X--"].concat();
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            for at_once in [1, 3, 1000] {
                let parts = runtime.block_on(read(&body, at_once)).unwrap();
                proptest::prop_assert_eq!(&parts[0].2, &content);
            }
        }
    }
}
