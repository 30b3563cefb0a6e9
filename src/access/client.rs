//! The address of the client: that of the connection, or what our own proxies say of it.

use std::net::IpAddr;

use rocket::Request;

use crate::platform::config::Server;

/// `X-Forwarded-For` is believed from right to left as long as each hop is a proxy of ours (setting `trusted_proxies`):
/// whatever stands further left may have been written by the client.
pub fn client(request: &Request<'_>, server: &Server) -> Option<IpAddr> {
    Some(behind(request.remote()?.ip(), request.headers().get("X-Forwarded-For"), &server.trusted_proxies))
}

fn behind<'a>(connection: IpAddr, forwarded: impl Iterator<Item = &'a str>, ours: &[IpAddr]) -> IpAddr {
    let hops: Vec<&str> = forwarded.flat_map(|line| line.split(',')).map(str::trim).collect();
    let mut address = connection;
    for hop in hops.into_iter().rev() {
        if !ours.contains(&address) {
            break;
        }
        match hop.parse() {
            Ok(before) => address = before,
            Err(_) => break,
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(connection: &str, forwarded: &[&str]) -> String {
        let ours: Vec<IpAddr> = ["10.0.0.1", "10.0.0.2"].iter().map(|ip| ip.parse().unwrap()).collect();
        behind(connection.parse().unwrap(), forwarded.iter().copied(), &ours).to_string()
    }

    #[test]
    fn only_our_own_proxies_are_believed() {
        assert_eq!(told("203.0.113.9", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(told("10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(told("10.0.0.1", &["1.2.3.4, 198.51.100.1"]), "198.51.100.1");
        assert_eq!(told("10.0.0.1", &["1.2.3.4, 198.51.100.1, 10.0.0.2"]), "198.51.100.1");
        assert_eq!(told("10.0.0.1", &["198.51.100.1", "10.0.0.2"]), "198.51.100.1");
        assert_eq!(told("10.0.0.1", &["nonsense"]), "10.0.0.1");
        assert_eq!(told("10.0.0.1", &[]), "10.0.0.1");
    }
}
