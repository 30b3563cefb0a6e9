//! The protocol (tus 1.0.0), request by request.
