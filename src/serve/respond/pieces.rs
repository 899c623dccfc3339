//! A response body that is passed to the connection in pieces. All clients share its bytes, so
//! a client that stops reading takes no memory.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use ::bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};

/// The most bytes in one piece.
const PIECE: usize = 64 * 1024;

/// The bytes that remain to be sent.
pub struct Pieces(Bytes);

impl Pieces {
    pub fn new(bytes: Bytes) -> Pieces {
        Pieces(bytes)
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let length = self.0.len().min(PIECE);
        let piece = (length > 0).then(|| Ok(Frame::data(self.0.split_to(length))));
        Poll::Ready(piece)
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.len() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_small_and_share_the_bytes() {
        let bytes = Bytes::from(vec![7; 3 * PIECE + 5]);
        let mut pieces = Pieces::new(bytes.clone());
        let mut context = Context::from_waker(std::task::Waker::noop());
        let mut lengths = Vec::new();
        while let Poll::Ready(Some(Ok(frame))) = Pin::new(&mut pieces).poll_frame(&mut context) {
            let piece = frame.into_data().expect("data");
            let at = lengths.iter().sum::<usize>();
            assert_eq!(piece.as_ptr(), bytes[at..].as_ptr(), "copied");
            lengths.push(piece.len());
        }
        assert_eq!(lengths, [PIECE, PIECE, PIECE, 5]);
        assert!(pieces.is_end_stream());
    }
}
