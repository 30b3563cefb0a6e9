//! A file on its way out, piece by piece.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use object_store::GetResult;
use rocket::futures::StreamExt;
use rocket::futures::stream::BoxStream;
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};

/// Bytes of a file, read as they are asked for.
pub struct Outgoing {
    pieces: BoxStream<'static, io::Result<Piece>>,
    piece: Piece,
    /// Of the piece, what was handed over.
    given: usize,
}

type Piece = Box<dyn AsRef<[u8]> + Send + Sync>;

impl Outgoing {
    pub(super) fn of(found: GetResult) -> Outgoing {
        let pieces = found.into_stream().map(|piece| piece.map(|bytes| Box::new(bytes) as Piece).map_err(io::Error::other));
        Outgoing { pieces: pieces.boxed(), piece: Box::new([]), given: 0 }
    }

    /// Nothing at all.
    pub fn nothing() -> Outgoing {
        Outgoing { pieces: rocket::futures::stream::empty().boxed(), piece: Box::new([]), given: 0 }
    }
}

impl AsyncRead for Outgoing {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        loop {
            let left = (*self.piece).as_ref().get(self.given..).unwrap_or_default();
            if !left.is_empty() {
                let taken = left.len().min(into.remaining());
                into.put_slice(&left[..taken]);
                self.given += taken;
                return Poll::Ready(Ok(()));
            }
            match self.pieces.as_mut().poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(Ok(())),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Err(error)),
                Poll::Ready(Some(Ok(piece))) => {
                    self.piece = piece;
                    self.given = 0;
                }
            }
        }
    }
}

/// Asked for by bodies whose length is known; it is always told, so that nothing is ever sought.
impl AsyncSeek for Outgoing {
    fn start_seek(self: Pin<&mut Self>, _: io::SeekFrom) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn poll_complete(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<u64>> {
        Poll::Ready(Err(io::ErrorKind::Unsupported.into()))
    }
}
